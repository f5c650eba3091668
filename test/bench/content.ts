import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const source = fileURLToPath(new URL('../../content', import.meta.url));

/** Courses announced in `content/`, and which complete one lends its lessons: the volume wants four that can be taken. */
const lent = { 'formular-el-plan': 'por-que-convergencia', 'gobernar-y-seguir': 'identificar-y-diagnosticar' };

/** Copies the content to `target`, with four complete courses. */
export async function fourCourses(target: string): Promise<void> {
  await cp(source, target, { recursive: true });
  for (const [announced, complete] of Object.entries(lent)) {
    const course = join(target, 'cursos', announced);
    const titleOf = async () => /^titulo: .*$/m.exec(await readFile(join(course, 'curso.md'), 'utf8'))?.[0];
    const title = (await titleOf()) ?? `titulo: ${announced}`;
    await rm(course, { recursive: true });
    await cp(join(source, 'cursos', complete), course, { recursive: true });
    const text = await readFile(join(course, 'curso.md'), 'utf8');
    await writeFile(
      join(course, 'curso.md'),
      text.replace(/^id: .*$/m, `id: ${announced}`).replace(/^titulo: .*$/m, title),
    );
  }
}

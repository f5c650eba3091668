import { isAbsolute, relative, resolve } from 'node:path';
import { readContent } from '../content/content.service.ts';

/** Prints what is wrong in content/, a line each, and ends with 1 if anything is; else counts what there is. Takes another folder as its argument. */
const root = resolve(process.argv[2] ?? 'content');
const { courses, programmes, publications, glossary, problems } = await readContent(root);
const inside = relative(process.cwd(), root);
const prefix = isAbsolute(inside) || inside.startsWith('..') ? root : inside;

for (const { file, line, problem, remedy } of problems)
  console.log(`${prefix}/${file}:${line}: ${problem}. ${remedy}.`);

const units = courses.flatMap(({ modules, final, task }) => [
  ...modules.flatMap((module) => module.units),
  final,
  task,
]);
const lessons = units.filter((unit) => unit?.kind === 'lesson').length;
const tasks = units.filter((unit) => unit?.kind === 'task').length;
const questions = units.reduce((sum, unit) => sum + (unit?.kind === 'evaluation' ? unit.questions.length : 0), 0);
if (problems.length > 0) process.exitCode = 1;
else
  console.log(
    `Sin problemas: ${programmes.length} diplomados, ${courses.length} cursos, ${lessons} lecciones, ${questions} preguntas, ` +
      `${tasks} tareas, ${publications.length} publicaciones y ${glossary?.terms.length ?? 0} términos.`,
  );

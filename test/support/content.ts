import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export type Files = Record<string, string | Buffer | null>;

const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 300"><path d="M0 0h640v300H0z"/></svg>';
const card = (...lines: string[]) => ['---', ...lines, '---', ''].join('\n');
const described = (id: string) =>
  `id: ${id}\ntitulo: Título de ${id}\nresumen: Un resumen.\ntemas: [marco]\nrevisado: 2026-11-22`;
const taught = 'resultados: [Explicar.]\nrequisitos: [Ninguno.]';

export const lessonText = `Entrada con [^f] y :termino[brecha]{#brecha}.

## Primera parte

:::caso[Un caso]
Texto del caso.
:::

::figura[Una leyenda]{src=dibujo.svg alt="Lo que muestra."}

:::tabla[Una tabla]
| A | B |
| --- | ---: |
| uno | 1 |
:::

::::ejercicio[Redacta]
Escribe.

:::modelo
Así.
:::
::::

:::comprueba[¿Cuál?]
- [ ] a) Esta no.
  > Porque no.
- [x] b) Esta sí.
:::

:::para-el-lunes
Llama.
:::

[^f]: Una fuente. <https://ejemplo.cl>
`;

export const questionText = (id: string) => `:::opcion-unica{#${id} puntos=2}
¿Cuál?

- [x] a) Esta.
- [ ] b) Otra.
  > No es.

> General.
:::
`;

const pool = ['q1', 'q2', 'q3', 'q4'].map(questionText).join('\n');
export const lessonCard = (id: string) =>
  card(`id: ${id}`, `titulo: Lección ${id}`, 'objetivo: Al terminar podrás algo.', 'revisado: 2026-11-22');
export const evaluationCard = (id: string, weight = 50) =>
  card(
    ...[`id: ${id}`, `titulo: Control ${id}`, 'preguntas: 2', 'intentos: 2', 'cuenta: mejor', 'exigencia: 60'],
    ...[`peso: ${weight}`, 'resultados: al-enviar'],
  );

/** The smallest folder without a problem. */
export const sound: Files = {
  'temas.yml': 'marco: Marco\n',
  'glosario.md': `${card('revisado: 2026-11-22')}\n## Brecha {#brecha}\n\nLo que falta[^g].\n\n[^g]: Un libro.\n`,
  'territorio/regiones.yml':
    '- { cut: "15", nombre: Región de Arica, corto: Arica, abreviatura: AyP, tira: AP, zona: America/Santiago, gobierno: Gobierno Regional de Arica }\n',
  'territorio/comunas.csv':
    'cut_region,region,cut_provincia,provincia,cut_comuna,comuna\n15,Arica,151,Arica,15101,Arica\n',
  'territorio/tipos.yml':
    '- { clave: zona, nombre: Zona, plural: Zonas, norma: Ley 1, vigente_desde: null, vigente_hasta: null, nota: Nada. }\n',
  'territorio/zonas-horarias.yml': '"15101": America/Santiago\n',
  'diplomados/gestion.md': `${card(described('gestion'), taught, 'cursos: [{ curso: uno, peso: 100 }]')}\nPresenta.\n`,
  'cursos/uno/curso.md': `${card(
    ...[described('uno'), taught, 'horas: 12', 'estado: disponible', 'aprobacion: { nota: "4,0" }', 'modulos:'],
    '  - { id: m1, carpeta: 01-m, titulo: Módulo, resumen: Resumen. }',
  )}\nPresenta el curso. [Lee la cartilla](../../cartillas/zona/cartilla.md#criterios).\n`,
  'cursos/uno/01-m/01-l.md': lessonCard('l1') + lessonText,
  'cursos/uno/01-m/dibujo.svg': drawing,
  'cursos/uno/01-m/evaluacion.md': `${evaluationCard('e1')}\nInstrucciones.\n\n${pool}`,
  'cursos/uno/evaluacion.md': `${evaluationCard('final')}\n${pool}`,
  'cartillas/zona/cartilla.md': `${card(described('zona'), 'etapas: [levantamiento]', 'territorios: [zona]', 'edicion: "2026"')}
Una cartilla.

## Criterios

- Uno.

La :norma[Ley 1]{articulo="2" revisada=2026-11-22} manda.
`,
  'manuales/formular/manual.md': `${card(described('formular'), 'etapas: []', 'territorios: []', 'edicion: "2026"')}\nPresenta.\n`,
  'manuales/formular/01-primero.md': `${card('id: primero', 'titulo: Primero', 'revisado: 2026-11-22')}\nTexto del capítulo.\n`,
};

/** Writes a content folder: the sound one with these files instead; null takes one away. */
export async function aContentFolder(files: Files = {}): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'aula-content-'));
  for (const [path, text] of Object.entries({ ...sound, ...files })) {
    if (text === null) continue;
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  return root;
}

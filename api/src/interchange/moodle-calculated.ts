import { cut, type Answered } from './job.ts';
import { decimalOf } from './decimal.policy.ts';
import { feedbackOf, fractionOf, type MoodleQuestion } from './moodle-question.ts';
import { unitOf } from './moodle-unit.ts';
import { child, children, type Node, said, saidIn } from './moodle-tree.ts';
import { formulaFrom } from './formula-from-moodle.ts';
import { Refused } from './refused.ts';

type Variable = Extract<Answered['solution'], { kind: 'calculated' }>['variables'][number];

/** A formula over ranges. Moodle draws from a fixed list made of the ranges; here each attempt draws from the ranges. */
export function moodleCalculated({ node, prompt, job }: MoodleQuestion): Answered {
  const answers = children(node, 'answer');
  const answer = answers.find((one) => fractionOf(one) >= 99.4);
  if (!answer) throw new Refused('Ninguna fórmula vale el 100 %');
  if (answers.length > 1) job.lose('Se perdieron las otras respuestas de la calculada');
  if (feedbackOf(answer, job)) job.lose('Se perdió el comentario de la respuesta');
  if (/\{=/.test(prompt)) throw new Refused('El enunciado trae una fórmula «{=…}», que aquí no se calcula');
  const names = namesOf(node);
  const variables = children(child(node, 'dataset_definitions'), 'dataset_definition').map((one) =>
    variableOf(one, names, job),
  );
  const formula = answer.attributes['data-formula'] ?? formulaFrom(said(answer), names);
  const solution = {
    kind: 'calculated',
    variables,
    formula,
    ...toleranceOf(answer, job),
    decimals: decimalsOf(answer, job),
  } as const;
  return { body: { kind: 'calculated', prompt: renamed(prompt, names), unit: unitOf(node, job) }, solution };
}

/** Names in Moodle, and what they are called here. */
function namesOf(node: Node): Map<string, string> {
  const written = children(child(node, 'dataset_definitions'), 'dataset_definition').map((one) => saidIn(one, 'name'));
  const names = new Map(written.map((name) => [name, name.toLowerCase().replace(/[^a-z0-9_]/g, '_')]));
  for (const [name, ours] of names)
    if (!/^[a-z][a-z0-9_]{0,19}$/.test(ours)) throw new Refused(`El nombre de variable «${cut(name)}» no sirve aquí`);
  if (new Set(names.values()).size < written.length) throw new Refused('Dos variables llevan el mismo nombre');
  return names;
}

const renamed = (prompt: string, names: Map<string, string>) =>
  prompt.replace(/\{([^{}<>]{1,60})\}/g, (whole, name: string) =>
    names.has(name) ? `{${names.get(name) ?? ''}}` : whole,
  );

function variableOf(node: Node, names: Map<string, string>, job: MoodleQuestion['job']): Variable {
  const name = names.get(saidIn(node, 'name')) ?? '';
  const [min, max] = ['minimum', 'maximum'].map((end) => decimalOf(saidIn(node, end))) as [
    string | null,
    string | null,
  ];
  if (min === null || max === null) throw new Refused(`El rango de «${name}» no es de números`);
  if (!/^(uniform)?$/.test(saidIn(node, 'distribution'))) job.lose(`«${name}» se sortea parejo en su rango`);
  return { name, min, max, step: node.attributes['data-paso'] ?? stepOf(Number(saidIn(node, 'decimals'))) };
}

/** So many decimals as a step. */
function stepOf(written: number): string {
  const decimals = Math.min(9, Math.max(0, Math.round(written) || 0));
  return decimals === 0 ? '1' : `0.${'0'.repeat(decimals - 1)}1`;
}

function toleranceOf(answer: Node, job: MoodleQuestion['job']) {
  const tolerance = decimalOf(saidIn(answer, 'tolerance') || '0');
  const type = saidIn(answer, 'tolerancetype');
  if (tolerance === null) throw new Refused('La tolerancia no es un número');
  if (type === '3') job.lose('La tolerancia geométrica pasa a relativa');
  return { tolerance: tolerance.replace(/^-/, ''), relative: type !== '2' };
}

function decimalsOf(answer: Node, job: MoodleQuestion['job']): number {
  const length = Number(saidIn(answer, 'correctanswerlength') || 2);
  if (saidIn(answer, 'correctanswerformat') === '2') job.lose('Las cifras significativas pasan a decimales');
  return Math.min(6, Math.max(0, Math.round(length) || 0));
}

import type { TableRow } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { lineOf } from './page.ts';
import { VariableName } from './question.schema.ts';
import { decimalOf, type Read, type Report, toleranceOf, type WrittenQuestion } from './reading.ts';
import { renderNodes } from './render-text.ts';
import { type CalculationFault, faultsOfCalculation, mostValues, type Variable } from './variables.policy.ts';

/** A formula and a table of its variables; the prompt names each in braces. */
export const calculated: Read = (parts, node, job, report) => {
  if (parts.answer?.type !== 'table') {
    report('Falta la tabla de variables', 'Escribe una tabla: variable, desde, hasta, paso');
    return null;
  }
  const variables = parts.answer.children.slice(1).flatMap((row) => variableOf(row, report));
  if (variables.length === 0) report('No hay variables', 'Agrega una fila por variable', lineOf(parts.answer));
  const prompt = renderNodes(parts.prompt, job);
  const rules = rulesOf(node, report);
  checkCalculation(prompt, rules.formula, variables, report);
  const kind = 'calculated';
  const { unit, near, ...rest } = rules;
  return near && { body: { kind, prompt, unit }, answer: { kind, variables, ...rest, ...near } };
};

function rulesOf({ attributes }: WrittenQuestion, report: Report) {
  const { formula, tolerancia, unidad, decimales } = attributes ?? {};
  const near = toleranceOf(tolerancia ?? '0', report);
  return { formula: formula ?? '', unit: unidad ?? null, near, ...decimalsOf(decimales, report) };
}

function checkCalculation(prompt: string, formula: string, variables: Variable[], report: Report): void {
  if (variables.length === 0 || formula === '') return;
  for (const fault of faultsOfCalculation({ formula, variables })) report(...sayingOf(fault));
  for (const { name } of variables.filter((one) => !prompt.includes(`{${one.name}}`)))
    report(`El enunciado no dice «${name}»`, `Escribe {${name}} donde va su número`);
}

function decimalsOf(text: string | null | undefined, report: Report): { decimals?: number } {
  if (!text) return {};
  if (/^[0-6]$/.test(text)) return { decimals: Number(text) };
  report(`Los decimales «${text}» no sirven`, 'Escribe decimales=… con un número de 0 a 6');
  return {};
}

function variableOf(row: TableRow, report: Report): Variable[] {
  const [name = '', ...numbers] = row.children.map((cell) => toString(cell).trim());
  const line = lineOf(row);
  if (!VariableName.safeParse(name).success) {
    report(`La variable «${name}» no sirve`, 'Empieza con minúscula; lleva letras sin tilde, cifras o «_»', line);
    return [];
  }
  const [min, max, step] = ['desde', 'hasta', 'paso'].map((column, i) => {
    const text = numbers[i] ?? '';
    if (text === '') report(`A la variable «${name}» le falta «${column}»`, 'Completa la fila de la tabla', line);
    return decimalOf(text, column, (problem, remedy) => report(problem, remedy, line));
  });
  return min && max && step ? [{ name, min, max, step }] : [];
}

const formulaFaults = {
  too_long: 'es demasiado larga',
  too_deep: 'tiene demasiados paréntesis, uno dentro de otro',
  unknown_sign: 'trae un signo que no se admite',
  unknown_function: 'usa una función que no existe',
  wrong_arguments: 'da a una función más o menos valores que los que lleva',
  unexpected: 'trae algo fuera de lugar',
  unfinished: 'está incompleta',
} as const;

const variableFaults = {
  repeated: (name: string) => [`La variable «${name}» se repite`, 'Deja una sola fila por variable'],
  no_values: (name: string) => [`La variable «${name}» no tiene valores`, 'El paso es mayor que cero y «hasta» no es menor que «desde»'],
  too_many_values: (name: string) => [`La variable «${name}» tiene demasiados valores`, `Usa un paso mayor: el máximo es ${mostValues}`],
  unknown_variable: (name: string) => [`La fórmula usa «${name}», que no está en la tabla`, 'Agrega su fila o corrige la fórmula'],
  unused_variable: (name: string) => [`La fórmula no usa «${name}»`, 'Quita su fila o úsala en la fórmula'],
} satisfies Record<string, (name: string) => [string, string]>;

function sayingOf(fault: CalculationFault): [problem: string, remedy: string] {
  if (fault.fault === 'no_answer')
    return ['Con algunos valores la fórmula no tiene resultado', 'Cambia los rangos: no se divide por cero ni se saca raíz de un negativo'];
  if ('name' in fault) return variableFaults[fault.fault](fault.name);
  return [
    `La fórmula ${formulaFaults[fault.fault]} (carácter ${fault.at + 1})`,
    'Usa números con punto, variables, + - * / ^, paréntesis y min, max, abs, round, sqrt, floor o ceil',
  ];
}

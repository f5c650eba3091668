import { gapsText, readGaps } from './gaps-text.ts';

const text =
  'El **acuerdo** queda en :hueco[acta | minuta]{#cierre distingue="tildes"} y mide :hueco-numero[3,5]{#km tolerancia="5 %"} km al :hueco-lista[a) Norte | b) Sur]{#zona respuesta=b}.';

it('reads a text with holes, and writes the same again', () => {
  const { parts, gaps } = readGaps(text);
  expect(parts.map(({ type }) => type)).toEqual(['html', 'text', 'html', 'number', 'html', 'choice', 'html']);
  expect(gaps).toEqual({
    cierre: { type: 'text', accepted: ['acta', 'minuta'], matchCase: false, matchAccents: true },
    km: { type: 'number', value: '3,5', tolerance: '0.05', relative: true },
    zona: { type: 'choice', correct: 'b' },
  });
  expect(gapsText(parts, gaps)).toBe(text);
});

it('names holes that have no name', () => {
  expect(Object.keys(readGaps('Una :hueco[a] y :hueco[b].').gaps)).toHaveLength(2);
});

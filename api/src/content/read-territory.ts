import { readCard } from './card.ts';
import type { Territory } from './content.schema.ts';
import { type ComunaRow, KindsFile, RegionsFile, ZonesFile } from './front-matter.schema.ts';
import type { z } from 'zod';
import type { Problems } from './problems.ts';
import { readComunas } from './read-reference.ts';
import { filesOf, type SourceText } from './source-folder.ts';

type Row = z.infer<typeof ComunaRow>;
type Files = Record<'regions' | 'comunas' | 'kinds' | 'zones', SourceText | undefined>;
const names = { regions: 'regiones.yml', comunas: 'comunas.csv', kinds: 'tipos.yml', zones: 'zonas-horarias.yml' };

/** Regions from north to south with what lies in them, and the kinds of territory; null where a file is missing or broken. */
export function readTerritory(files: Files, problems: Problems): Territory | null {
  for (const [kind, name] of Object.entries(names))
    if (!files[kind as keyof Files])
      problems.add(`territorio/${name}`, 1, 'Falta el archivo', 'Agrégalo a territorio/');
  const { regions, comunas, kinds, zones } = files;
  return regions && comunas && kinds && zones ? readFiles({ regions, comunas, kinds, zones }, problems) : null;
}

function readFiles(files: Record<keyof Files, SourceText>, problems: Problems): Territory | null {
  const regions = readCard(files.regions.path, files.regions.text, RegionsFile, problems);
  const kinds = readCard(files.kinds.path, files.kinds.text, KindsFile, problems);
  const zones = readCard(files.zones.path, files.zones.text, ZonesFile, problems);
  const rows = readComunas(files.comunas, problems);
  if (!regions || !kinds || !zones || !rows) return null;
  const known = new Set(regions.map(({ cut }) => cut));
  rows.forEach((row, index) => checkRow(row, index + 2, known, files.comunas.path, problems));
  checkZones(zones, rows, files.zones.path, problems);
  return {
    regions: regions.map(({ cut, nombre, corto, abreviatura, tira, zona, gobierno }) => ({
      ...{ cut, name: nombre, shortName: corto, abbreviation: abreviatura, stripCode: tira, timeZone: zona },
      government: gobierno,
    })),
    provinces: provincesOf(rows),
    comunas: rows.map(({ cut_comuna: cut, cut_provincia: provinceCut, comuna: name }) => ({
      ...{ cut, provinceCut, name, timeZone: zones[cut] ?? null },
    })),
    kinds: kinds.map(({ clave, nombre, plural, norma, vigente_desde, vigente_hasta, nota }) => ({
      ...{
        key: clave,
        name: nombre,
        plural,
        norm: norma,
        validFrom: vigente_desde,
        validTo: vigente_hasta,
        note: nota,
      },
    })),
    files: filesOf(files.regions, files.comunas, files.kinds, files.zones),
  };
}

const provincesOf = (rows: Row[]) => [
  ...new Map(
    rows.map((row) => [row.cut_provincia, { cut: row.cut_provincia, regionCut: row.cut_region, name: row.provincia }]),
  ).values(),
];

/** A code starts with the code of what contains it. */
function checkRow(row: Row, line: number, regions: Set<string>, path: string, problems: Problems): void {
  const nested = row.cut_comuna.startsWith(row.cut_provincia) && row.cut_provincia.startsWith(row.cut_region);
  if (!nested)
    problems.add(path, line, 'Los códigos no calzan entre sí', 'El de la comuna parte con el de su provincia y región');
  if (!regions.has(row.cut_region))
    problems.add(
      path,
      line,
      `La región ${row.cut_region} no está en regiones.yml`,
      'Corrige el código o agrega la región',
    );
}

function checkZones(zones: Record<string, string>, rows: Row[], path: string, problems: Problems): void {
  const comunas = new Set(rows.map((row) => row.cut_comuna));
  for (const cut of Object.keys(zones))
    if (!comunas.has(cut)) problems.add(path, 1, `La comuna ${cut} no existe`, 'Corrige el código');
}

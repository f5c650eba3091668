import { amount, count } from '../ui/format.ts';

const outOf = (n: number, all: number) => `${amount(n)} de ${amount(all)}`;
const megabytes = (bytes: number) => `${amount(Math.floor(bytes / 1_000_000))}\u00a0MB`;
const listed = (items: readonly string[]) =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} o ${items.at(-1) ?? ''}`;

/** Questions of every kind: answered, and reviewed. */
export const words = {
  number: (n: number) => `Pregunta ${n}`,
  points: (thousandths: number) => count(thousandths / 1000, 'punto', 'puntos'),
  kind: {
    single: 'una respuesta',
    multiple: 'varias respuestas',
    true_false: 'verdadero o falso',
    numeric: 'respuesta numérica',
    matching: 'términos pareados',
    ordering: 'ordenar',
    short: 'respuesta breve',
    gaps: 'completar',
    categorise: 'clasificar',
    hotspot: 'ubicar en una imagen',
    calculated: 'calcular',
    essay: 'desarrollo',
    file: 'entrega de archivos',
  },
  answer: {
    true: 'Verdadero',
    false: 'Falso',
    yourAnswer: 'Tu respuesta',
    decimals: 'Usa coma para los decimales, por ejemplo 2,5.',
    notANumber: 'Escribe un número, por ejemplo 2,5.',
    choose: 'Elige una opción',
    pairsLeft: (left: number, all: number) => `Falta asociar ${outOf(left, all)}`,
    order: {
      how: 'Usa los botones para subir o bajar cada elemento, o arrástralo.',
      up: (text: string) => `Subir «${text}»`,
      down: (text: string) => `Bajar «${text}»`,
      moved: (text: string, place: number, all: number) => `«${text}» quedó en el lugar ${place} de ${all}`,
      untouched: 'Aún no ordenas esta lista.',
      keep: 'Dejar este orden',
    },
    gap: (n: number, all: number) => `Hueco ${n} de ${all}`,
    gapsLeft: (left: number, all: number) => `Falta completar ${outOf(left, all)}`,
    categorise: {
      how: 'Arrastra cada elemento a su categoría, o elígela en su lista.',
      unplaced: 'Sin clasificar',
      moved: (text: string, bin: string) => `«${text}» quedó en «${bin}»`,
      left: (left: number, all: number) => `Falta clasificar ${outOf(left, all)}`,
    },
    hotspot: {
      how: 'Elige una zona en la imagen o en la lista.',
      howMany: 'Elige todas las zonas que correspondan, en la imagen o en la lista.',
    },
    essay: {
      asked: (least: number | null, most: number | null) => {
        if (least !== null && most !== null) return `Escribe entre ${amount(least)} y ${amount(most)} palabras.`;
        if (least !== null) return `Escribe al menos ${count(least, 'palabra', 'palabras')}.`;
        return most === null ? null : `Escribe hasta ${count(most, 'palabra', 'palabras')}.`;
      },
      count: (n: number, least: number | null, most: number | null) => {
        const written = count(n, 'palabra', 'palabras');
        if (most !== null && n > most) return `${written}: ${amount(n - most)} de más`;
        return least !== null && n > 0 && n < least ? `${written}: faltan ${amount(least - n)}` : written;
      },
      tooLong: 'El texto es demasiado largo para guardarlo. Acórtalo.',
    },
    file: {
      rules: (files: number, bytes: number, types: readonly string[]) =>
        `Hasta ${count(files, 'archivo', 'archivos')} de ${megabytes(bytes)} como máximo: ${listed(
          types.map((type) => type.toUpperCase()),
        )}.`,
    },
  },
  reviewed: {
    points: (points: string, max: string) => `${points} de ${max} puntos`,
    treatments: {
      full: 'Esta pregunta tenía un problema: todas las personas reciben su puntaje.',
      dropped: 'Esta pregunta tenía un problema y ya no cuenta en el total.',
    },
    toBeMarked: 'por corregir',
    verdict: {
      right: 'Correcta',
      partial: 'Parcial',
      wrong: 'Incorrecta',
      blank: 'Sin responder',
      pending: 'Por corregir',
    },
    yours: 'Tu respuesta',
    correct: 'Correcta',
    missed: 'Correcta, no la marcaste',
    wrongly: 'Tu respuesta, incorrecta',
    rightly: 'Tu respuesta, correcta',
    youAnswered: 'Respondiste',
    rightAnswer: 'Respuesta correcta',
    noAnswer: 'Sin respuesta',
    pairs: { caption: 'Parejas', item: 'Elemento', yours: 'Tu respuesta', right: 'Correcta' },
    order: { caption: 'Orden correcto', place: 'Lugar', item: 'Elemento', yours: 'Tu lugar' },
    gaps: { number: (n: number) => `Hueco ${n}` },
    bins: { caption: 'Elementos y sus categorías' },
    files: (n: number) => count(n, 'archivo entregado', 'archivos entregados'),
  },
} as const;

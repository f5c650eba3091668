import { z } from 'zod';

/** The card at the top of each kind of file, as docs/contenido.md describes it. Keys are Spanish: people write them. */

export const WrittenKey = z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/);
const Sentence = z.string().trim().min(1).max(400);
const Sentences = z.array(Sentence).min(1).max(20);
const Keys = z.array(WrittenKey).max(20);
const Percent = z.int().min(1).max(100);
const reviewed = { revisado: z.iso.date() };
const validated = { validado: z.iso.date().optional() };
const named = { id: WrittenKey, titulo: Sentence };
const described = { ...named, resumen: Sentence, temas: Keys.min(1), ...reviewed, ...validated };
const taught = { ...described, resultados: Sentences, requisitos: Sentences };

export const CourseCard = z.strictObject({
  ...taught,
  horas: z.number().positive().max(500),
  estado: z.enum(['disponible', 'anunciado']),
  aprobacion: z.strictObject({ nota: z.string().regex(/^([1-6],\d|7,0)$/) }),
  modulos: z
    .array(z.strictObject({ ...named, resumen: Sentence, carpeta: z.string().max(80).optional() }))
    .min(1)
    .max(30),
});
export type CourseCard = z.infer<typeof CourseCard>;

export const LessonCard = z.strictObject({ ...named, objetivo: Sentence, ...reviewed });
export type LessonCard = z.infer<typeof LessonCard>;

export const EvaluationCard = z.strictObject({
  ...named,
  preguntas: z.int().min(1).max(100),
  minutos: z.int().min(1).max(600).optional(),
  intentos: z.int().min(1).max(20),
  cuenta: z.enum(['mejor', 'ultimo', 'promedio']),
  exigencia: z.int().min(1).max(99),
  peso: Percent,
  resultados: z.enum(['al-enviar', 'al-cerrar']),
  /** Of those questions that say none. */
  categoria: Sentence.optional(),
  tema: WrittenKey.optional(),
});
export type EvaluationCard = z.infer<typeof EvaluationCard>;

/** A difference of notas, as «0,5». */
const Tenths = z.string().regex(/^[0-6],\d$/);
const Words = z.int().min(0).max(20_000);

export const TaskCard = z.strictObject({
  ...named,
  horas: z.number().positive().max(100),
  peso: Percent,
  exigencia: z.int().min(1).max(99),
  modo: z.enum(['individual', 'grupal']),
  entrega: z.strictObject({
    texto: z.strictObject({ minimo: Words.optional(), maximo: Words.min(1).optional() }).optional(),
    archivos: z
      .strictObject({
        tipos: z.array(z.enum(['pdf', 'docx', 'xlsx', 'odt', 'ods', 'jpg', 'png'])).min(1),
        maximo: z.int().min(1).max(20),
        megas: z.int().min(1).max(50),
      })
      .optional(),
  }),
  plazo: z.int().min(0).max(365).optional(),
  atraso: z.discriminatedUnion('regla', [
    z.strictObject({ regla: z.literal('rechazar'), dias: z.undefined().optional(), descuento: z.undefined().optional() }),
    z.strictObject({ regla: z.literal('aceptar'), dias: z.int().min(1).max(365), descuento: z.undefined().optional() }),
    z.strictObject({ regla: z.literal('descontar'), dias: z.int().min(1).max(365).optional(), descuento: Tenths }),
  ]),
  reenvios: z.int().min(0).max(10),
  anonima: z.boolean(),
  doble: Tenths.optional(),
  pares: z
    .strictObject({
      revisiones: z.int().min(1).max(5),
      anonima: z.boolean(),
      propia: z.int().min(0).max(100),
      dias: z.int().min(1).max(60).optional(),
      minimo: z.int().min(1).max(5).optional(),
      descuento: Tenths.optional(),
      publica: z.enum(['al-cerrar', 'tutoria']).optional(),
    })
    .optional(),
});
export type TaskCard = z.infer<typeof TaskCard>;

export const ProgrammeCard = z.strictObject({
  ...taught,
  cursos: z
    .array(z.strictObject({ curso: WrittenKey, peso: Percent }))
    .min(1)
    .max(30),
});
export type ProgrammeCard = z.infer<typeof ProgrammeCard>;

export const PublicationCard = z.strictObject({
  ...described,
  etapas: z.array(z.enum(['levantamiento', 'implementacion', 'seguimiento'])),
  territorios: Keys,
  edicion: z.string().trim().min(1).max(40),
});
export type PublicationCard = z.infer<typeof PublicationCard>;

export const ChapterCard = z.strictObject({ ...named, ...reviewed });
export type ChapterCard = z.infer<typeof ChapterCard>;

export const GlossaryCard = z.strictObject(reviewed);

export const TopicsFile = z.record(WrittenKey, Sentence);

export const RegionsFile = z.array(
  z.strictObject({
    cut: z.string().regex(/^\d{2}$/),
    nombre: Sentence,
    corto: Sentence,
    abreviatura: Sentence,
    tira: z.string().regex(/^[A-Z]{2}$/),
    zona: Sentence,
    gobierno: Sentence,
  }),
);

export const KindsFile = z.array(
  z.strictObject({
    clave: WrittenKey,
    nombre: Sentence,
    plural: Sentence,
    norma: Sentence,
    vigente_desde: z.iso.date().nullable(),
    vigente_hasta: z.iso.date().nullable(),
    nota: z.string().max(2000),
  }),
);

export const ZonesFile = z.record(z.string().regex(/^\d{5}$/), Sentence);

/** What the library's search must find first: a publication, or `manual/chapter`. */
export const SearchesFile = z.array(
  z.strictObject({
    consulta: z.string().trim().min(1).max(200),
    primero: z.string().regex(/^[a-z0-9-]+(\/[a-z0-9-]+)?$/),
    porque: Sentence,
  }),
);

/** A row of comunas.csv. */
export const ComunaRow = z.strictObject({
  cut_region: z.string().regex(/^\d{2}$/),
  region: Sentence,
  cut_provincia: z.string().regex(/^\d{3}$/),
  provincia: Sentence,
  cut_comuna: z.string().regex(/^\d{5}$/),
  comuna: Sentence,
});

import { amount, count } from './format.ts';

/** «1,4 MB», «320 kB». */
export const weight = (bytes: number): string =>
  bytes < 1_000_000
    ? `${amount(Math.max(1, Math.round(bytes / 1000)))}\u00a0kB`
    : `${amount(Math.round(bytes / 100_000) / 10)}\u00a0MB`;

export const words = {
  add: 'Elegir archivos',
  rules: (types: readonly string[], files: number, bytes: number) =>
    `${types.map((type) => type.toUpperCase()).join(', ')}. Hasta ${count(files, 'archivo', 'archivos')} de ${weight(bytes)}.`,
  reduce: 'Reducir las fotos antes de enviarlas',
  reduceHint: 'Pesan menos y llegan antes. Se leen igual.',
  list: 'Archivos',
  none: 'Aún no hay archivos.',
  sending: (percent: number) => `Enviando, ${percent}\u00a0%`,
  waiting: 'Sin conexión. Sigue solo cuando vuelva la señal.',
  progress: (name: string) => `Envío de ${name}`,
  cancel: 'Cancelar',
  cancelOf: (name: string) => `Cancelar ${name}`,
  remove: 'Quitar',
  removeOf: (name: string) => `Quitar ${name}`,
  failed: 'No pudimos recibir',
  tooLarge: (bytes: number) => `Pesa más de ${weight(bytes)}. Redúcelo y vuelve a subirlo.`,
  dismiss: 'Entendido',
  needsScript: 'Para subir archivos, la página necesita terminar de cargar.',
};

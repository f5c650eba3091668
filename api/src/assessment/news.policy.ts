import { writtenDate } from '../notify/written-date.policy.ts';

type Dated = { title: string; at: Date; timeZone: string };

type Given = { title: string; extraMinutes: number; closesAt: Date | null; extraAttempts: number; timeZone: string };

const listed = (parts: string[]) =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} y ${parts.at(-1) ?? ''}`;
const some = (n: number, one: string, many: string) => (n > 0 ? [`${n} ${n === 1 ? one : many} más`] : []);

/** What people are told in their notices and by mail, in Spanish; dates as tables show them, in the edition's zone. */
export const news = {
  extended: ({ title, extraMinutes, closesAt, extraAttempts, timeZone }: Given) => ({
    title: `Tienes más plazo en «${title}»`,
    body: `Recibiste ${listed([
      ...some(extraMinutes, 'minuto', 'minutos'),
      ...some(extraAttempts, 'intento', 'intentos'),
      ...(closesAt ? [`plazo hasta el ${writtenDate(closesAt, timeZone)} h`] : []),
    ])}.`,
  }),
  reopened: ({ title, at, timeZone }: Dated) => ({
    title: `Puedes seguir respondiendo «${title}»`,
    body: `El equipo reabrió tu intento. Tienes hasta el ${writtenDate(at, timeZone)} h.`,
  }),
  timeAdded: ({ title, at, timeZone }: Dated) => ({
    title: `Tienes más tiempo en «${title}»`,
    body: `Tu intento ahora cierra el ${writtenDate(at, timeZone)} h.`,
  }),
  annulled: (title: string, n: number, why: string) => ({
    title: `Se anuló un intento de «${title}»`,
    body: `El intento ${n} ya no cuenta. Motivo: ${why}`,
  }),
};

/**
 * How dates, hours, grades and amounts are written in es-CL. Only the parts of a date come from the platform, never its
 * words: those differ between versions, and the server and the browser must write the same.
 */
const months = 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' ');
const weekdays = 'domingo lunes martes miércoles jueves viernes sábado'.split(' ');

export type Parts = { year: number; month: number; day: number; weekday: number; hour: number; minute: number };
/** An instant: ISO 8601, or milliseconds. */
export type Instant = string | number;

/** Zones that a browser may not know yet, and one with the same hour. */
const same: Record<string, string> = { 'America/Coyhaique': 'America/Punta_Arenas' };
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const numeric = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const;
  const make = (zone: string) => new Intl.DateTimeFormat('en-US', { ...numeric, hourCycle: 'h23', timeZone: zone });
  let clock: Intl.DateTimeFormat;
  try {
    clock = make(timeZone);
  } catch {
    clock = make(same[timeZone] ?? 'America/Santiago');
  }
  clocks.set(timeZone, clock);
  return clock;
}

/** What calendars and clocks of a zone show at that instant. `month` from 1; `weekday` from Sunday, 0. */
export function partsOf(instant: Instant, timeZone: string): Parts {
  const found = Object.fromEntries(
    clockOf(timeZone)
      .formatToParts(new Date(instant))
      .map(({ type, value }) => [type, Number(value)]),
  ) as Omit<Parts, 'weekday'>;
  const { year, month, day, hour, minute } = found;
  return { year, month, day, hour, minute, weekday: new Date(Date.UTC(year, month - 1, day)).getUTCDay() };
}

const two = (n: number) => String(n).padStart(2, '0');
const monthOf = ({ month }: Parts) => months[month - 1] ?? '';
const weekdayOf = ({ weekday }: Parts) => weekdays[weekday] ?? '';

/** «25 de noviembre»; with `year`, «25 de noviembre de 2026». */
export function day(instant: Instant, timeZone: string, { year = false } = {}): string {
  const parts = partsOf(instant, timeZone);
  return `${parts.day} de ${monthOf(parts)}${year ? ` de ${parts.year}` : ''}`;
}

/** «miércoles 25 de noviembre». */
export function longDay(instant: Instant, timeZone: string): string {
  return `${weekdayOf(partsOf(instant, timeZone))} ${day(instant, timeZone)}`;
}

/** «7 dic», where there is little room. */
export function shortDay(instant: Instant, timeZone: string): string {
  const parts = partsOf(instant, timeZone);
  return `${parts.day} ${monthOf(parts).slice(0, 3)}`;
}

/** «25/11/2026», for tables. */
export function tableDay(instant: Instant, timeZone: string): string {
  const { day: d, month, year } = partsOf(instant, timeZone);
  return `${two(d)}/${two(month)}/${year}`;
}

/** A day of the calendar without an hour («2026-11-22»): «22 de noviembre de 2026». */
export const calendarDay = (date: string, { year = true } = {}): string => day(`${date}T12:00:00Z`, 'UTC', { year });

/** «15:00», as a clock shows it. */
export function clockTime(instant: Instant, timeZone: string): string {
  const { hour: h, minute } = partsOf(instant, timeZone);
  return `${h}:${two(minute)}`;
}

/** «15:00 h». */
export const hour = (instant: Instant, timeZone: string): string => `${clockTime(instant, timeZone)}\u00a0h`;

/** The two lines of a date block: «25» and «mié nov». */
export function dateBlock(instant: Instant, timeZone: string): { day: string; rest: string } {
  const parts = partsOf(instant, timeZone);
  return { day: String(parts.day), rest: `${weekdayOf(parts).slice(0, 3)} ${monthOf(parts).slice(0, 3)}` };
}

/** Whole days of the calendar from one instant to another, in that zone. */
export function daysBetween(from: Instant, to: Instant, timeZone: string): number {
  const at = (instant: Instant) => {
    const { year, month, day: d } = partsOf(instant, timeZone);
    return Date.UTC(year, month - 1, d);
  };
  return Math.round((at(to) - at(from)) / 86_400_000);
}

/** A grade in tenths: 54 is «5,4»; none is «—». */
export const grade = (tenths: number | null): string =>
  tenths === null ? '—' : `${Math.floor(tenths / 10)},${tenths % 10}`;

/** A number with decimal comma and points at the thousands: 1234.5 is «1.234,5». */
export function amount(value: number): string {
  const [whole = '', fraction] = String(Math.abs(value)).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  return `${value < 0 ? '−' : ''}${grouped}${fraction ? `,${fraction}` : ''}`;
}

/** Thousandths of a point: 2500 is «2,5». */
export const points = (thousandths: number): string => amount(thousandths / 1000);

/** «1 lección», «3 lecciones». */
export const count = (n: number, one: string, many: string): string => `${amount(n)}\u00a0${n === 1 ? one : many}`;

/** Minutes as whole hours where they are, else with one decimal: 1440 is «24 horas», 90 is «1,5 horas». */
export function hours(minutes: number): string {
  const amountOf = Math.round(minutes / 6) / 10;
  return count(amountOf, 'hora', 'horas');
}

/** «74 %», of a part in its whole; none of nothing is «—». */
export const percent = (part: number, whole: number): string =>
  whole === 0 ? '—' : `${Math.round((part * 100) / whole)}\u00a0%`;

const zoneNames: Record<string, string> = {
  'America/Santiago': 'hora de Chile continental',
  'America/Punta_Arenas': 'hora de Magallanes',
  'America/Coyhaique': 'hora de Aysén',
  'Pacific/Easter': 'hora de Isla de Pascua',
};

/** Whose hour the clocks of a zone show: «hora de Aysén». */
export const zoneName = (timeZone: string): string => zoneNames[timeZone] ?? timeZone;

/** A deadline in the zone of what it closes, «18 de diciembre, 18:00 h»; whoever reads in another hour is told theirs too. */
export function deadline(instant: Instant, timeZone: string, readerZone: string = timeZone): string {
  const own = `${day(instant, timeZone)}, ${hour(instant, timeZone)}`;
  const theirs = `${day(instant, readerZone)}, ${hour(instant, readerZone)}`;
  if (own === theirs) return own;
  const sameDay = day(instant, timeZone) === day(instant, readerZone);
  return `${own}, ${zoneName(timeZone)} (para ti, ${sameDay ? hour(instant, readerZone) : theirs})`;
}

/** What an edition is called: «2027» is «Edición 2027», one with a name of its own keeps it. */
export const editionName = (name: string): string => (/^\d/.test(name) ? `Edición ${name}` : name);

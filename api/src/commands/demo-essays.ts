/** Parts of sample submissions: places, figures and people are made up, and each text says so. */
const places = [
  ['Sector Alto', 'Punta Larga', 42],
  ['Los Coihues', 'Río Manso', 31],
  ['Caleta Sur', 'Isla Grande', 58],
  ['El Cruce', 'Puerto Claro', 27],
] as const;

const health = [
  'Las familias reciben una ronda médica al mes, frente a dos programadas. La fuente es el registro del consultorio, de marzo.',
  'La atención de salud es insuficiente y hace falta una posta nueva cuanto antes.',
  'La ronda médica llega una vez al mes. Depende del estado de la ruta, que en invierno se corta con frecuencia.',
] as const;
const water = [
  'Los hogares reciben agua dos días a la semana. En la cabecera comunal el servicio llega los siete. Lo dice el comité de agua, en abril.',
  'El agua llega en camión aljibe. No encontramos un registro con fecha, así que queda por confirmar.',
  'Falta un sistema de agua potable rural, y la comunidad lo pide hace años.',
] as const;
const school = [
  'El viaje al liceo toma 95 minutos, frente a 35 de media comunal, según la planilla de transporte escolar de marzo.',
  'Cuando crece el estero, los estudiantes no llegan a la escuela. Falta un puente.',
] as const;
const next = [
  'El gobierno regional propone y el consejo regional aprueba. Nuestro próximo paso es pedir hora al concejo municipal.',
  'Propone el gobierno regional, aprueba el consejo regional y decide el Ministerio del Interior, por medio de SUBDERE. La jefa de planificación lleva la ficha al concejo antes del día 15.',
  'El municipio declara la zona y el gobierno regional la financia.',
] as const;

const pick = <T>(from: readonly T[], n: number): T => from[n % from.length]!;

/** The nth sample text for the *ficha de brechas*, as HTML. */
export function essay(n: number): string {
  const [place, comuna, families] = pick(places, n);
  return [
    `<p>${place}, comuna de ${comuna} (comuna ficticia). Viven ahí ${families} familias en tres localidades. Se llega por una sola ruta de ripio.</p>`,
    `<p>Brecha 1, salud. ${pick(health, n)}</p>`,
    `<p>Brecha 2, agua. ${pick(water, n + 1)}</p>`,
    `<p>Brecha 3, educación. ${pick(school, n)}</p>`,
    '<p>El eslabón. La tercera brecha une el acceso a servicios con la salida de la gente joven. Podemos actuar en la frecuencia del transporte, no en la ruta.</p>',
    '<p>Norma y nombre. Usamos «zona rezagada en materia social». El sitio de la Unidad nombra el decreto 975 y la Ley de Presupuestos 2026 remite al decreto 90. Está por confirmar si uno reemplaza al otro.</p>',
    `<p>Quién sigue. ${pick(next, n)}</p>`,
    '<p>Límites. No pudimos verificar cuántos hogares viven todo el año en el sector.</p>',
  ].join('');
}

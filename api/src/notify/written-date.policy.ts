/** «25/11/2026, 18:00», in that zone: how a notice and a letter write an instant. */
export const writtenDate = (at: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('es-CL', {
    ...{ day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit' },
    ...{ hourCycle: 'h23', timeZone },
  })
    .format(at)
    .replaceAll('-', '/');

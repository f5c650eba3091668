/** What people are told of, and where it happened. */
export const words = {
  title: 'Avisos',
  description: 'Lo que cambió en tus cursos, tus notas y tus entregas.',
  empty: 'No tienes avisos. Aquí verás cuando se publique una nota o te respondan.',
  home: 'Ir al inicio',
  unread: 'Sin leer',
  open: (title: string) => `Ver: ${title}`,
  view: 'Ver',
  readAll: 'Marcar todo como leído',
  refused: 'No pudimos marcar los avisos',
  older: 'Ver avisos anteriores',
  newest: 'Volver a los más nuevos',
} as const;

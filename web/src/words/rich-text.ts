/** The tools of a field with rich text. */
export const words = {
  tools: 'Formato del texto',
  bold: 'Negrita',
  italic: 'Cursiva',
  heading: 'Título',
  bulletList: 'Lista',
  orderedList: 'Lista numerada',
  blockquote: 'Cita',
} as const;

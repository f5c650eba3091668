const unvalidated = 'Contenido por validar por la Unidad de Territorios de Convergencia.';

/** What a reader must know before trusting a text: that the Unit has not validated it, until its card says when it did. */
export const noticesOf = ({ validado }: { validado?: string | undefined }): string[] => (validado ? [] : [unvalidated]);

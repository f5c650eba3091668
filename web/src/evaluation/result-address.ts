/** Where the result of an attempt is shown. */
export const resultOf = (id: string) => `/intentos/${id}/resultado`;

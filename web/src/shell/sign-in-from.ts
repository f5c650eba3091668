/** The address to sign in at, and come back from to where one was going. */
export const signInFrom = (path: string) => `/ingresar?volver=${encodeURIComponent(path)}`;

/** The hour of this device (of the server, while it makes a document), in milliseconds. The only place that asks for it. */
export const now = (): number => Date.now();

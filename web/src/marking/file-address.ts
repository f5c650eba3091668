/** Where the bytes of a submission's file are. */
export const addressOfFile = (submission: string, file: string) => `/api/submissions/${submission}/files/${file}`;

/** 214000 is «214 kB»; 1500000 is «1,5 MB». */
export function size(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))}\u00a0kB`;
  return `${String(Math.round(bytes / 100_000) / 10).replace('.', ',')}\u00a0MB`;
}

/** What the bundler makes of files that are no code: styles load with whoever imports them; a drawing is its address. */
declare module '*.css';
declare module '*.svg' {
  const address: string;
  export default address;
}

declare module '*?url' {
  const address: string;
  export default address;
}

interface ImportMeta {
  /** The addresses of all files that fit these patterns, by their path. */
  glob: (patterns: string[], as: { query: '?url'; import: 'default'; eager: true }) => Record<string, string>;
}

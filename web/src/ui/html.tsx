/** A phrase that the API sends as sanitised HTML: the wording of a question, an alternative, a comment. */
export function Html({ html, className, block = false }: { html: string; className?: string; block?: boolean }) {
  const inside = { className, dangerouslySetInnerHTML: { __html: html } };
  return block ? <div {...inside} /> : <span {...inside} />;
}

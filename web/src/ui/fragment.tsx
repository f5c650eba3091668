import './content.css';
import { memo, type Ref } from 'react';

/** A text that the API keeps under its hash: a lesson, a chapter. In loader data it is sent once, as it stands in the page. */
export type Text = { sha: string; html: string };

type FragmentProps = { text: Text; className?: string; ref?: Ref<HTMLDivElement> };

/** Shows such a text. React leaves its inside alone, so that a script may enhance what it finds there through `ref`. */
export const Fragment = memo(function Fragment({ text, className, ref }: FragmentProps) {
  return (
    <div
      key={text.sha}
      ref={ref}
      className={className}
      data-fragment={text.sha}
      dangerouslySetInnerHTML={{ __html: text.html }}
    />
  );
});

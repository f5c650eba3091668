import './annotated.css';
import { memo, type ReactNode, type Ref } from 'react';
import { annotate, type MarkedBlock, type Numbered } from './annotate.ts';

type AnnotatedProps = {
  html: string;
  passages: readonly Numbered[];
  /** What stands beside the block in which a passage begins. */
  note: (n: number) => ReactNode;
  ref?: Ref<HTMLDivElement>;
};

/** React leaves the inside alone, so that what is selected stays so while a comment is written beside it. */
const Words = memo(function Words({ html, start }: { html: string; start: number }) {
  return <div data-block={start} dangerouslySetInnerHTML={{ __html: html }} />;
});

function Passage({ block, note }: { block: MarkedBlock } & Pick<AnnotatedProps, 'note'>) {
  return (
    <div className="passage">
      <Words html={block.html} start={block.start} />
      {block.numbers.length > 0 && (
        <ol className="notes">
          {block.numbers.map((n) => (
            <li key={n}>{note(n)}</li>
          ))}
        </ol>
      )}
    </div>
  );
}

/** A text with its passages marked and numbered, and beside each what is said of it. */
export function AnnotatedText({ html, passages, note, ref }: AnnotatedProps) {
  return (
    <div className="prose annotated" ref={ref}>
      {annotate(html, passages).map((block) => (
        <Passage key={block.start} block={block} note={note} />
      ))}
    </div>
  );
}

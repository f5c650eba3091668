import './rich-text.css';
import { type ComponentType, type FocusEvent, useEffect, useId, useState } from 'react';
import { Icon } from './icon.tsx';
import type { EditorProps } from './lazy/rich-editor.tsx';
import { textOf, toHtml } from './rich-plain.ts';

type RichTextProps = {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  html: string;
  change: (html: string) => void;
};

/**
 * A field for a text of some paragraphs. The editor comes after the page; until then, and where it does not come, the same
 * text is written in a plain field. Whoever has begun in that one goes on in it.
 */
export function RichText({ label, hint, error, html, change }: RichTextProps) {
  const id = useId();
  const [Editor, set] = useState<ComponentType<EditorProps> | null>(null);
  const [arrived, arrive] = useState<ComponentType<EditorProps> | null>(null);
  const [writing, write] = useState(false);
  useEffect(() => {
    let gone = false;
    // without it, the plain field stays
    import('./lazy/rich-editor.tsx').then(
      ({ RichEditor }) => gone || arrive(() => RichEditor),
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, []);
  useEffect(() => {
    if (arrived && !writing) set(() => arrived);
  }, [arrived, writing]);
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  return (
    <div className="field rich">
      <label htmlFor={id} id={`${id}-label`}>
        {label}
      </label>
      {Editor ? (
        <Editor id={id} labelledBy={`${id}-label`} describedBy={described} html={html} change={change} />
      ) : (
        <textarea
          className="input"
          id={id}
          rows={10}
          aria-describedby={described}
          aria-invalid={error ? true : undefined}
          defaultValue={textOf(html)}
          onFocus={() => write(true)}
          onBlur={({ relatedTarget }: FocusEvent) => write(relatedTarget === null && !document.hasFocus())}
          onChange={({ target }) => change(toHtml(target.value))}
        />
      )}
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="error" id={`${id}-error`}>
          <Icon name="alert" />
          {error}
        </p>
      )}
    </div>
  );
}

import { type Editor, EditorContent, useEditor, useEditorState } from '@tiptap/react';
import StarterKit from '@tiptap/starter-kit';
import { useEffect, useRef } from 'react';
import { words } from '../../words/rich-text.ts';

export type EditorProps = {
  id: string;
  labelledBy: string;
  describedBy: string | undefined;
  html: string;
  change: (html: string) => void;
};

const extensions = [StarterKit.configure({ heading: { levels: [3, 4] }, codeBlock: false, link: false })];

/** The editor itself, which few pages need: `rich-text.tsx` brings it. */
export function RichEditor({ id, labelledBy, describedBy, html, change }: EditorProps) {
  const latest = useRef({ html, change });
  const editor = useEditor({
    ...{ extensions, content: html, injectCSS: false, immediatelyRender: true },
    editorProps: { attributes: attributesOf(id, labelledBy, describedBy) },
    onUpdate: ({ editor }) => {
      const next = editor.isEmpty ? '' : editor.getHTML();
      latest.current.html = next;
      latest.current.change(next);
    },
  });
  useEffect(() => {
    latest.current.change = change;
    // what another device wrote
    if (html !== latest.current.html) editor.commands.setContent(html, { emitUpdate: false });
    latest.current.html = html;
  }, [editor, html, change]);
  return (
    <div className="editor">
      <Toolbar editor={editor} />
      <EditorContent editor={editor} />
    </div>
  );
}

const attributesOf = (id: string, labelledBy: string, describedBy: string | undefined) => ({
  ...{ id, class: 'prose input', role: 'textbox', 'aria-multiline': 'true', 'aria-labelledby': labelledBy },
  ...(describedBy !== undefined && { 'aria-describedby': describedBy }),
});

const tools = [
  { name: 'bold', run: (editor: Editor) => editor.chain().focus().toggleBold().run() },
  { name: 'italic', run: (editor: Editor) => editor.chain().focus().toggleItalic().run() },
  { name: 'heading', run: (editor: Editor) => editor.chain().focus().toggleHeading({ level: 3 }).run() },
  { name: 'bulletList', run: (editor: Editor) => editor.chain().focus().toggleBulletList().run() },
  { name: 'orderedList', run: (editor: Editor) => editor.chain().focus().toggleOrderedList().run() },
  { name: 'blockquote', run: (editor: Editor) => editor.chain().focus().toggleBlockquote().run() },
] as const;

function Toolbar({ editor }: { editor: Editor }) {
  const active = useEditorState({ editor, selector: () => tools.map(({ name }) => editor.isActive(name)) });
  return (
    <div className="cluster gap-1 toolbar" role="group" aria-label={words.tools}>
      {tools.map(({ name, run }, i) => (
        <button
          key={name}
          type="button"
          className="btn quiet"
          aria-pressed={active[i] ?? false}
          onMouseDown={(event) => event.preventDefault()} // the selection stays where it is
          onClick={() => run(editor)}
        >
          {words[name]}
        </button>
      ))}
    </div>
  );
}

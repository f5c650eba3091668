import type { Root } from 'hast';
import rehypeSanitize, { type Options } from 'rehype-sanitize';
import { unified } from 'unified';

const labelled = ['ariaLabel', 'ariaLabelledBy', 'ariaDescribedBy'];

/** All that may leave the renderer. No `style`, no script, no image that is not one of our blobs, no link but to web and mail. */
const allowed: Options = {
  tagNames: [
    ...[
      'h2',
      'h3',
      'h4',
      'h5',
      'h6',
      'p',
      'ul',
      'ol',
      'li',
      'blockquote',
      'pre',
      'hr',
      'br',
      'div',
      'section',
      'aside',
    ],
    ...['strong', 'em', 'del', 'code', 'sub', 'sup', 'span', 'a', 'cite', 'figure', 'figcaption', 'img'],
    ...['table', 'caption', 'thead', 'tbody', 'tr', 'th', 'td'],
    ...['details', 'summary', 'fieldset', 'legend'],
  ],
  attributes: {
    '*': ['id', 'className', 'data*'],
    a: ['href', 'rel', ...labelled],
    aside: [['role', 'note'], ...labelled],
    div: [['role', 'group', 'region', 'math'], 'tabIndex', ...labelled],
    img: [['src', /^\/api\/blobs\/[0-9a-f]{64}\.[a-z]+$/], 'alt', 'width', 'height', ['loading', 'lazy']],
    ol: ['start'],
    section: [...labelled],
    td: ['rowSpan', 'colSpan'],
    th: [['scope', 'col', 'row']],
  },
  protocols: { href: ['http', 'https', 'mailto'] },
  ancestors: {
    ...Object.fromEntries(['caption', 'thead', 'tbody', 'tr', 'th', 'td'].map((part) => [part, ['table']])),
    legend: ['fieldset'],
    summary: ['details'],
  },
  strip: ['script', 'style'],
  clobber: [],
  clobberPrefix: '',
};

const cleaner = unified().use(rehypeSanitize, allowed);

/** Only what the list allows. */
export const sanitize = (tree: Root): Root => cleaner.runSync(tree);

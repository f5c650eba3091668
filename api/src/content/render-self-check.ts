import type { Element } from 'hast';
import type { PhrasingContent, RootContent } from 'mdast';
import type { State } from 'mdast-util-to-hast';
import { optionsOf, type WrittenOption } from './options.ts';
import { element } from './rendering.ts';

/**
 * A question without a grade, readable without a script: the alternatives in a list, the answer folded below.
 *
 *   <fieldset class="self-check" id="comprueba-1" data-self-check="single|multiple">
 *     <legend><span class="meta">Comprueba lo que leíste · no lleva nota</span> <strong>Question</strong></legend>
 *     … what stands before the list …
 *     <ul class="options"><li class="option" data-option="a">Text</li> …</ul>
 *     <details class="answer"><summary>Ver la respuesta</summary>
 *       <ul><li data-answer="a" data-correct="true|false"><p><strong>Correcta.</strong> Text</p> feedback …</li> …</ul>
 *       … what stands after the list …
 *     </details>
 *   </fieldset>
 *
 * A script puts a radio button (single) or a box (multiple) into each `data-option`, hides the details, and shows
 * the feedback of the `data-answer` of the same key when its reader asks.
 */
export function renderSelfCheck(
  state: State,
  label: PhrasingContent[],
  content: RootContent[],
  number: number,
): Element {
  const at = content.findIndex(({ type }) => type === 'list');
  const list = content[at];
  const options = list?.type === 'list' ? optionsOf(list) : [];
  const kind = options.filter(({ checked }) => checked).length > 1 ? 'multiple' : 'single';
  const all = (children: RootContent[]) => state.all({ type: 'root', children });
  const question = element('strong', {}, state.all({ type: 'paragraph', children: label }));
  const meta = element('span', { className: ['meta'] }, ['Comprueba lo que leíste · no lleva nota']);
  const items = options.map((option) =>
    element('li', { className: ['option'], dataOption: option.id }, textOf(state, option)),
  );
  const answers = options.map((option) =>
    element('li', { dataAnswer: option.id, dataCorrect: String(option.checked === true) }, [
      element('p', {}, [
        element('strong', {}, [option.checked ? 'Correcta.' : 'Incorrecta.']),
        ' ',
        ...textOf(state, option),
      ]),
      ...all(option.feedback),
    ]),
  );
  const frame = { className: ['self-check'], id: `comprueba-${number}`, dataSelfCheck: kind };
  return element('fieldset', frame, [
    element('legend', {}, [meta, ' ', question]),
    ...all(content.slice(0, Math.max(at, 0))),
    element('ul', { className: ['options'] }, items),
    element('details', { className: ['answer'] }, [
      element('summary', {}, ['Ver la respuesta']),
      element('ul', {}, answers),
      ...all(content.slice(at + 1)),
    ]),
  ]);
}

/** The words of an alternative, without the paragraph around them. */
const textOf = (state: State, { content }: WrittenOption) =>
  content.flatMap((node) =>
    node.type === 'paragraph' ? state.all(node) : state.all({ type: 'root', children: [node] }),
  );

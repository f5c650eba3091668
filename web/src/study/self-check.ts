import { words } from './words.ts';

const { check: says } = words;

type Part = { tag: string; className?: string; text?: string };

function make({ tag, className, text }: Part, children: Node[] = []): HTMLElement {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text) node.textContent = text;
  node.append(...children);
  return node;
}

/** Puts a control into each alternative, so that the whole row can be pressed. */
function arm(check: HTMLElement, type: 'radio' | 'checkbox'): Map<string, HTMLInputElement> {
  const inputs = new Map<string, HTMLInputElement>();
  for (const option of check.querySelectorAll<HTMLElement>('[data-option]')) {
    const input = document.createElement('input');
    Object.assign(input, { type, name: `check-${check.id}`, value: option.dataset['option'] });
    const words = make({ tag: 'span' }, [...option.childNodes]);
    const label = make({ tag: 'label', className: 'option' }, [input, words]);
    option.classList.remove('option');
    option.append(label);
    inputs.set(option.dataset['option'] ?? '', input);
  }
  return inputs;
}

type Marks = { marked: string[]; right: string[] };

/** What is said of the alternatives marked, in a word, and whether that is right. */
function verdictOf({ marked, right }: Marks): { title: string; tone: 'success' | 'pending' } {
  const wrong = marked.some((key) => !right.includes(key));
  if (!wrong && marked.length === right.length) return { title: says.right, tone: 'success' };
  return { title: wrong ? says.wrong : says.partly, tone: 'pending' };
}

/** The comments of the author on the alternatives marked, or a way on where there are none. */
function comments(answers: HTMLElement, marked: readonly string[], isRight: boolean): Node[] {
  const told = marked.flatMap((key) => {
    const answer = answers.querySelector(`[data-answer="${CSS.escape(key)}"]`);
    return [...(answer?.children ?? [])].slice(1).map((node) => node.cloneNode(true));
  });
  return told.length > 0 || isRight ? told : [make({ tag: 'p', text: says.again })];
}

function answerTo(answers: HTMLElement, marks: Marks): HTMLElement {
  if (marks.marked.length === 0) return make({ tag: 'p', className: 'meta', text: says.choose });
  const { title, tone } = verdictOf(marks);
  const inside = [make({ tag: 'strong', text: title }), ...comments(answers, marks.marked, tone === 'success')];
  return make({ tag: 'div', className: `notice ${tone}` }, [make({ tag: 'div' }, inside)]);
}

/** Brings one self-check to life. Answers how to put it back as it was sent. */
function enhance(check: HTMLElement): () => void {
  const sent = check.innerHTML;
  const answers = check.querySelector<HTMLElement>('details.answer');
  if (!answers) return () => undefined;
  const many = check.dataset['selfCheck'] === 'multiple';
  const inputs = arm(check, many ? 'checkbox' : 'radio');
  const right = [...answers.querySelectorAll<HTMLElement>('[data-correct="true"]')].map(
    ({ dataset }) => dataset['answer'] ?? '',
  );
  const told = make({ tag: 'div', className: 'told' });
  told.setAttribute('role', 'status');
  const button = make({ tag: 'button', className: 'btn no-print', text: says.answer });
  button.setAttribute('type', 'button');
  const tell = () => {
    const marked = [...inputs].filter(([, { checked }]) => checked).map(([key]) => key);
    told.replaceChildren(answerTo(answers, { marked, right }));
  };
  button.addEventListener('click', tell);
  answers.hidden = true;
  answers.before(button, told);
  return () => {
    check.innerHTML = sent;
  };
}

/** Brings the self-checks of a text to life. Answers how to put them back. */
export function enhanceSelfChecks(text: HTMLElement): () => void {
  const undo = [...text.querySelectorAll<HTMLElement>('[data-self-check]')].map(enhance);
  return () => {
    for (const each of undo) each();
  };
}

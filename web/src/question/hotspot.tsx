import type { AnswerProps } from './answered.ts';
import { Picture } from './picture.tsx';
import { words } from './words.ts';

const { hotspot: says } = words.answer;

/** Areas of a picture: pointed at, or chosen by name in the list below. */
export function Hotspot({ position, body, response, answer }: AnswerProps<'hotspot'>) {
  const { areas, many, picture } = body;
  const kind = 'hotspot';
  const marked = response?.kind === kind ? response.areas : [];
  const choose = (id: string) => {
    const others = many ? marked.filter((each) => each !== id) : [];
    const next = marked.includes(id) && many ? others : [...others, id];
    answer(next.length === 0 ? null : { kind, areas: next });
  };
  const classOf = (id: string) => (marked.includes(id) ? 'area choosable marked' : 'area choosable');
  return (
    <div className="stack gap-3">
      <p className="meta">{many ? says.howMany : says.how}</p>
      <Picture picture={picture} areas={areas} classOf={classOf} choose={choose} />
      <div>
        {areas.map(({ id, name }, i) => (
          <label className="option" key={id}>
            <input
              type={many ? 'checkbox' : 'radio'}
              name={`answer-${position}`}
              checked={marked.includes(id)}
              onChange={() => choose(id)}
            />
            <span>
              {i + 1}. {name}
            </span>
          </label>
        ))}
      </div>
    </div>
  );
}

import './question.css';
import type { ComponentType } from 'react';
import type { AnswerProps, Kind } from './answered.ts';
import { Categorise } from './categorise.tsx';
import { Choices } from './choices.tsx';
import { Essay } from './essay.tsx';
import { Files, type Upload } from './file.tsx';
import { Gaps } from './gaps.tsx';
import { Hotspot } from './hotspot.tsx';
import { Matching } from './matching.tsx';
import { Ordering } from './ordering.tsx';
import { Numeric, Short } from './typed.tsx';

type AnswerFieldProps = AnswerProps & {
  /** Where files are handed in; a preview has none. */
  upload?: Upload | undefined;
};
type Field<K extends Kind> = ComponentType<AnswerProps<K> & Pick<AnswerFieldProps, 'upload'>>;

const fields: { [K in Kind]: Field<K> } = {
  ...{ single: Choices, multiple: Choices, true_false: Choices, numeric: Numeric, calculated: Numeric, short: Short },
  ...{ matching: Matching, ordering: Ordering, gaps: Gaps, categorise: Categorise, hotspot: Hotspot },
  ...{ essay: Essay, file: Files },
};

/** Where a question is answered, whatever its kind. Whoever shows it writes the prompt, in the legend of its group. */
export function AnswerField(props: AnswerFieldProps) {
  const Field = fields[props.body.kind] as ComponentType<AnswerFieldProps>;
  return <Field {...props} />;
}

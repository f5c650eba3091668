import { useState } from 'react';
import { api, write } from '../api/client.ts';
import { refusals } from '../words/refusals.ts';
import { AreaFields } from './area-fields.tsx';
import { AreaMap } from './area-map.tsx';
import type { FieldsProps } from './choice-fields.tsx';
import { type Area, nextLetter, type Shape } from './draft.ts';
import { Add, Check, FaultLine, Group, Text, useFault } from './fields.tsx';
import { says } from './form-words.ts';

/** A picture, and the areas on it that may be marked. */
export function HotspotFields({ draft, change }: FieldsProps<'hotspot'>) {
  const { body, answerKey } = draft;
  const { areas, picture } = body;
  const setAreas = (next: Area[]) => change({ ...draft, body: { ...body, areas: next } });
  const add = (shape: Shape) => setAreas([...areas, { id: nextLetter(areas), name: '', shape }]);
  const mark = (id: string, on: boolean) => {
    const others = body.many ? answerKey.correct.filter((each) => each !== id) : [];
    change({ ...draft, answerKey: { ...answerKey, correct: on ? [...others, id] : others } });
  };
  return (
    <>
      <PictureField draft={draft} change={change} />
      {picture.src && (
        <Group legend={says.areas} hint={says.areasHint} path="wording.body.areas">
          <AreaMap picture={picture} areas={areas} correct={answerKey.correct} onDraw={add} />
          <Marked />
          {areas.map((area, i) => (
            <AreaFields
              key={area.id}
              area={area}
              n={i + 1}
              right={answerKey.correct.includes(area.id)}
              onRight={(on) => mark(area.id, on)}
              onChange={(next) => setAreas(areas.map((each, n) => (n === i ? next : each)))}
              onRemove={() =>
                change({
                  ...draft,
                  body: { ...body, areas: areas.filter(({ id }) => id !== area.id) },
                  answerKey: { ...answerKey, correct: answerKey.correct.filter((id) => id !== area.id) },
                })
              }
            />
          ))}
          <Add onClick={() => add({ type: 'rectangle', from: { x: 400, y: 400 }, to: { x: 600, y: 600 } })}>
            {says.addArea}
          </Add>
          <Check
            label={says.many}
            checked={body.many}
            onChange={(many) => change({ ...draft, body: { ...body, many } })}
          />
        </Group>
      )}
    </>
  );
}

const Marked = () => <FaultLine>{useFault('wording.answerKey.correct')}</FaultLine>;

/** The picture is kept as soon as it is chosen; what is wrong with it is told here. */
function PictureField({ draft, change }: FieldsProps<'hotspot'>) {
  const { body } = draft;
  const [state, setState] = useState<{ busy: boolean; fault: string | undefined }>({ busy: false, fault: undefined });
  const missing = useFault('wording.body.picture.src');
  const send = async (file: File | undefined) => {
    if (!file) return;
    setState({ busy: true, fault: undefined });
    const { done, refused } = await write(
      api.POST('/api/question-media', {
        body: file as unknown as string,
        bodySerializer: (bytes: unknown) => bytes as Blob,
        headers: { 'content-type': 'application/octet-stream' },
      }),
    );
    const { problem, remedy } = (refused?.detail ?? {}) as { problem?: string; remedy?: string };
    const fault = problem ? `${problem}. ${remedy ?? ''}.` : refused ? refusals[refused.code] : undefined;
    setState({ busy: false, fault });
    if (done) change({ ...draft, body: { ...body, picture: { ...done, alt: body.picture.alt } } });
  };
  return (
    <Group legend={says.picture} hint={says.pictureHint}>
      <div className="field">
        <input
          type="file"
          className="input"
          aria-label={says.picture}
          accept="image/png,image/jpeg,image/webp,image/avif,image/svg+xml"
          aria-invalid={state.fault ? true : undefined}
          onChange={({ target }) => void send(target.files?.[0])}
        />
        <p className="hint" role="status">
          {state.busy ? says.uploading : ''}
        </p>
        <FaultLine>{state.fault ?? missing}</FaultLine>
      </div>
      <Text
        label={says.pictureAlt}
        path="wording.body.picture.alt"
        value={body.picture.alt}
        onChange={(alt) => change({ ...draft, body: { ...body, picture: { ...body.picture, alt } } })}
      />
    </Group>
  );
}

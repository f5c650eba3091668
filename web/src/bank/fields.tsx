import { createContext, type ReactNode, useContext, useId } from 'react';
import type { Refused } from '../api/client.ts';
import { Icon } from '../ui/icon.tsx';
import { faultWords } from './form-words.ts';

/** What the API found wrong, by the path of the field. */
export const Faults = createContext<Refused['errors']>([]);

const plain = (path: string) => path.replace(/\[(\d+)\]/g, '.$1');

/** What is wrong at this path, or anywhere under it when `deep`. */
export function useFault(path: string, deep = false): string | undefined {
  const found = useContext(Faults).find(({ path: at }) => {
    const where = plain(at);
    return where === path || (deep && where.startsWith(`${path}.`));
  });
  return found && faultWords(found.code);
}

export function FaultLine({ id, children }: { id?: string; children: string | undefined }) {
  if (!children) return null;
  return (
    <p className="error" id={id}>
      <Icon name="alert" />
      {children}
    </p>
  );
}

type TextProps = {
  label: string;
  path: string;
  value: string;
  onChange: (text: string) => void;
  hint?: string;
  rows?: number;
  /** Its label is only heard. */
  quiet?: boolean;
  mode?: 'decimal' | 'numeric';
};

/** A phrase or a number: one line, or several where `rows` says. */
export function Text({ label, path, value, onChange, hint, rows, quiet = false, mode }: TextProps) {
  const id = useId();
  const fault = useFault(path);
  const shared = { id, value, className: 'input', ...toldAs(id, hint, fault) };
  return (
    <div className="field">
      <Label id={id} quiet={quiet}>
        {label}
      </Label>
      {rows ? (
        <textarea {...shared} rows={rows} onChange={({ target }) => onChange(target.value)} />
      ) : (
        <input {...shared} inputMode={mode} autoComplete="off" onChange={({ target }) => onChange(target.value)} />
      )}
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <FaultLine id={`${id}-fault`}>{fault}</FaultLine>
    </div>
  );
}

const Label = ({ id, quiet, children }: { id: string; quiet: boolean; children: string }) => (
  <label htmlFor={id} className={quiet ? 'visually-hidden' : undefined}>
    {children}
  </label>
);

/** What is read out with a field. */
function toldAs(id: string, hint: string | undefined, fault: string | undefined) {
  const described = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ');
  return { 'aria-describedby': described || undefined, 'aria-invalid': fault ? true : undefined };
}

type PickProps = {
  label: string;
  path: string;
  value: string;
  options: readonly (readonly [value: string, text: string])[];
  onChange: (value: string) => void;
  quiet?: boolean;
};

/** One of a few. */
export function Pick({ label, path, value, options, onChange, quiet = false }: PickProps) {
  const id = useId();
  const fault = useFault(path);
  return (
    <div className="field">
      <Label id={id} quiet={quiet}>
        {label}
      </Label>
      <select
        id={id}
        className="input"
        value={value}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? `${id}-fault` : undefined}
        onChange={({ target }) => onChange(target.value)}
      >
        {options.map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
      <FaultLine id={`${id}-fault`}>{fault}</FaultLine>
    </div>
  );
}

type CheckProps = { label: string; checked: boolean; onChange: (checked: boolean) => void };

export const Check = ({ label, checked, onChange }: CheckProps) => (
  <label className="option plain">
    <input type="checkbox" checked={checked} onChange={({ target }) => onChange(target.checked)} />
    <span>{label}</span>
  </label>
);

type GroupProps = { legend: string; hint?: string; path?: string; children: ReactNode };

/** Fields that belong together; what is wrong with all of them is told above. */
export function Group({ legend, hint, path = '', children }: GroupProps) {
  const fault = useFault(path);
  return (
    <fieldset className="form-group">
      <legend>{legend}</legend>
      {hint && <p className="hint">{hint}</p>}
      <FaultLine>{fault}</FaultLine>
      <div className="stack gap-3">{children}</div>
    </fieldset>
  );
}

type RemoveProps = { label: string; onClick: () => void; icon?: 'trash' | 'close' };

export const Remove = ({ label, onClick, icon = 'trash' }: RemoveProps) => (
  <button type="button" className="btn quiet icon-only" aria-label={label} onClick={onClick}>
    <Icon name={icon} />
  </button>
);

export const Add = ({ children, onClick }: { children: string; onClick: () => void }) => (
  <p>
    <button type="button" className="btn" onClick={onClick}>
      {children}
    </button>
  </p>
);

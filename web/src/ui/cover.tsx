import { TerritoryStrip } from './territory-strip.tsx';

type CoverProps = {
  kind: 'diploma' | 'course' | 'manual' | 'booklet' | 'guidance';
  /** «Diplomado», «Cartilla»… */
  label: string;
  title: string;
  /** Edition, hours or number. */
  foot: string;
  on?: readonly string[] | 'all';
};

/** The drawn cover of a programme, course or publication. An ornament: its words stand beside it too. */
export function Cover({ kind, label, title, foot, on = [] }: CoverProps) {
  return (
    <div className="cover" data-kind={kind} aria-hidden="true">
      <TerritoryStrip on={on} />
      <div>
        <span>{label}</span>
        <b>{title}</b>
        <span>{foot}</span>
      </div>
    </div>
  );
}

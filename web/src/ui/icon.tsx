import sprite from './icons.svg';

export type IconName =
  | 'alert'
  | 'arrow'
  | 'attach'
  | 'book'
  | 'calendar'
  | 'check'
  | 'check-circle'
  | 'chevron-down'
  | 'chevron-left'
  | 'chevron-right'
  | 'clock'
  | 'close'
  | 'download'
  | 'edit'
  | 'eye'
  | 'filter'
  | 'flag'
  | 'history'
  | 'home'
  | 'info'
  | 'key'
  | 'message'
  | 'offline'
  | 'people'
  | 'print'
  | 'saved'
  | 'search'
  | 'shelf'
  | 'signpost'
  | 'sync'
  | 'table'
  | 'trash';

/** A drawing beside words, or inside a control that has a name: it says nothing by itself. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" aria-hidden="true">
      <use href={`${sprite}#i-${name}`} />
    </svg>
  );
}

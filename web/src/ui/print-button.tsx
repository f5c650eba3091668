import { Icon } from './icon.tsx';
import { useScript } from './use-script.ts';

/** Prints the page, by a script: until there is one it is hidden. */
export function PrintButton({ label = 'Imprimir' }: { label?: string }) {
  const script = useScript();
  return (
    <button className="btn no-print" type="button" hidden={!script} onClick={() => print()}>
      <Icon name="print" />
      {label}
    </button>
  );
}

import { choose, themes } from '../shell/theme.ts';
import { useTheme } from '../shell/use-theme.ts';
import { SectionTitle } from '../ui/section-title.tsx';
import { useScript } from '../ui/use-script.ts';
import { words } from './account-words.ts';

/** The look of this device, which only a script can change at once. */
export function ThemeChoice() {
  const script = useScript();
  const chosen = useTheme();
  return (
    <section className="stack gap-3" aria-labelledby="theme" hidden={!script}>
      <SectionTitle id="theme">{words.theme.heading}</SectionTitle>
      <fieldset className="stack gap-2">
        <legend className="visually-hidden">{words.theme.label}</legend>
        <div>
          {themes.map((theme) => (
            <label key={theme} className="option">
              <input type="radio" name="theme" checked={theme === chosen} onChange={() => choose(theme)} />
              <span>{words.theme[theme]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <p className="meta">{words.theme.hint}</p>
    </section>
  );
}

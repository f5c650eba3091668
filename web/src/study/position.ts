export type Position = { anchor: string | null; permille: number };

type Watch = {
  /** Where to go at first; null leaves the page where it is. */
  start: Position | null;
  /** Ids of the sections, in order. */
  anchors: readonly string[];
  tell: (position: Position) => void;
  /** Told once the page has been brought there. */
  resumed: () => void;
};

/** Below the top edge of the window, where the line being read is taken to be, in pixels. */
const eyes = 120;
/** Milliseconds without scrolling after which the place counts. */
const rest = 1_500;
/** Changes smaller than this are not worth telling, in thousandths of the text. */
const worth = 5;

/** How far down the text the reader is, in thousandths, and in which section. */
export function positionIn(text: HTMLElement, anchors: readonly string[]): Position {
  const { top, height } = text.getBoundingClientRect();
  const permille = height > 0 ? Math.round(((eyes - top) / height) * 1000) : 0;
  const passed = anchors.filter((id) => {
    const heading = document.getElementById(id);
    return heading !== null && heading.getBoundingClientRect().top <= eyes;
  });
  return { anchor: passed.at(-1) ?? null, permille: Math.min(1000, Math.max(0, permille)) };
}

/** Goes where the reader stopped, unless the browser has put the page somewhere already. Whether it went. */
function goTo(text: HTMLElement, { permille }: Position): boolean {
  if (permille < worth || scrollY > 0) return false;
  const { top, height } = text.getBoundingClientRect();
  scrollTo({ top: scrollY + top + (height * permille) / 1000 - eyes, behavior: 'instant' });
  return true;
}

/** Remembers how far someone reads: when they rest, and when they leave. */
export function watchPosition(text: HTMLElement, { start, anchors, tell, resumed }: Watch): () => void {
  let told = start ?? { anchor: null, permille: 0 };
  let here = told;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const report = () => {
    clearTimeout(timer);
    if (here.anchor === told.anchor && Math.abs(here.permille - told.permille) < worth) return;
    told = here;
    tell(here);
  };
  const scrolled = () => {
    if (!text.isConnected) return; // the next page scrolls to its top before this one is told to stop
    here = positionIn(text, anchors);
    clearTimeout(timer);
    timer = setTimeout(report, rest);
  };
  const hide = () => {
    if (document.visibilityState === 'hidden') report();
  };
  const frame = requestAnimationFrame(() => {
    if (start && goTo(text, start)) resumed();
    addEventListener('scroll', scrolled, { passive: true });
  });
  // before the outbox sends what it has, on the same occasion
  document.addEventListener('visibilitychange', hide, { capture: true });
  return () => {
    cancelAnimationFrame(frame);
    report();
    removeEventListener('scroll', scrolled);
    document.removeEventListener('visibilitychange', hide, { capture: true });
  };
}

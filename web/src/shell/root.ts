import { type LoaderFunctionArgs, type ShouldRevalidateFunctionArgs, useRouteLoaderData } from 'react-router';
import { api, read, type Schemas } from '../api/client.ts';
import { type Theme, themeIn } from './theme.ts';

export type Person = Schemas['Person'];
export type Root = {
  /** Whoever is signed in. */
  me: Person | null;
  ways: Schemas['Session']['ways'];
  /** Whether the people and editions here are samples. */
  demo: boolean;
  theme: Theme;
};

/** What the frame of every page needs: who is here, and which theme they chose. */
export async function loader({ request }: LoaderFunctionArgs): Promise<Root> {
  const { person, ways, demo } = await read(api.GET('/api/session', { signal: request.signal }));
  return { me: person, ways, demo, theme: themeIn(request) };
}

/** Only an action, or being sent to sign in, may change who is here. */
export const shouldRevalidate = ({ formMethod, nextUrl }: ShouldRevalidateFunctionArgs) =>
  (formMethod !== undefined && formMethod !== 'GET') || nextUrl.pathname === '/ingresar';

/** Who is here. Undefined only where the API could not say, which the pages never see. */
export const useRoot = () => useRouteLoaderData<Root>('root');

/** Who is signed in, or null. */
export const useMe = (): Person | null => useRoot()?.me ?? null;

export const fullName = ({ givenNames, familyNames }: Person) => `${givenNames} ${familyNames}`;

import './account.css';
import {
  type ActionFunctionArgs,
  data,
  Form,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { api, read, type Refused, write } from '../api/client.ts';
import { textsOf } from '../api/form.ts';
import type { Handle } from '../shell/head.ts';
import { fullName, type Person, useMe } from '../shell/root.ts';
import { Icon } from '../ui/icon.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import type { AccountAnswer } from './account-answer.ts';
import { words } from './account-words.ts';
import { ChangePassword } from './change-password.tsx';
import { Sessions } from './sessions.tsx';
import { ThemeChoice } from './theme-choice.tsx';

export const handle: Handle = { title: words.title, description: words.description };

export const loader = ({ request }: LoaderFunctionArgs) => read(api.GET('/api/sessions', { signal: request.signal }));

export async function action({ request }: ActionFunctionArgs) {
  const text = await textsOf(request);
  switch (text('about')) {
    case 'password':
      return told(
        'password',
        await write(api.PUT('/api/password', { body: { current: text('current'), next: text('next') } })),
      );
    case 'session':
      return told('session', await write(api.DELETE('/api/sessions/{id}', { params: { path: { id: text('id') } } })));
    default:
      await write(api.DELETE('/api/session'));
      throw redirect('/');
  }
}

const told = (about: AccountAnswer['about'], { refused }: { refused: Refused | null }) =>
  data<AccountAnswer>({ about, refused }, refused?.status ?? 200);

export function Component() {
  const { items } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const me = useMe();
  return (
    <main id="main" className="wrap stack gap-6">
      <h1>{words.title}</h1>
      <div className="split">
        <div className="stack gap-7">
          {me && <OwnData me={me} />}
          <Sessions sessions={items} zone={me?.timeZone ?? 'America/Santiago'} answer={answer} />
          <ChangePassword answer={answer} />
        </div>
        <aside className="stack gap-6" aria-label={words.theme.heading}>
          <ThemeChoice />
          <SignOut />
        </aside>
      </div>
    </main>
  );
}

function OwnData({ me }: { me: Person }) {
  const facts = [
    [words.data.name, fullName(me)],
    [words.data.run, me.run],
    [words.data.email, me.email],
    [words.data.institution, me.institution],
    [words.data.region, me.regionName],
  ] as const;
  return (
    <section className="stack gap-3" aria-labelledby="data">
      <SectionTitle id="data">{words.data.heading}</SectionTitle>
      <dl className="facts own-data">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value ?? words.data.none}</dd>
          </div>
        ))}
      </dl>
      <p className="meta">{words.data.hint}</p>
      <p>
        <Link to="/certificados">{words.certificates}</Link>
      </p>
    </section>
  );
}

function SignOut() {
  return (
    <section className="stack gap-3" aria-labelledby="sign-out">
      <SectionTitle id="sign-out">{words.signOut.heading}</SectionTitle>
      <Form method="post" className="stack gap-2">
        <p className="meta">{words.signOut.hint}</p>
        <p>
          <button className="btn" name="about" value="sign-out">
            <Icon name="arrow" />
            {words.signOut.submit}
          </button>
        </p>
      </Form>
    </section>
  );
}

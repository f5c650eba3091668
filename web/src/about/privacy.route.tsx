import type { Handle } from '../shell/head.ts';
import { About } from './about.tsx';
import { privacy } from './words.ts';

export const handle: Handle = { title: privacy.title, description: privacy.description };

export const Component = () => <About {...privacy} />;

import type { Handle } from '../shell/head.ts';
import { About } from './about.tsx';
import { accessibility } from './words.ts';

export const handle: Handle = { title: accessibility.title, description: accessibility.description };

export const Component = () => <About {...accessibility} />;

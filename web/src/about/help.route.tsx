import type { Handle } from '../shell/head.ts';
import { About } from './about.tsx';
import { help } from './words.ts';

export const handle: Handle = { title: help.title, description: help.description };

export const Component = () => <About {...help} />;

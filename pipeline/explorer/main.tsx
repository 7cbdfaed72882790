import { render } from 'preact';
import { codebook } from './data/store.ts';
import { App } from './views/app.tsx';
import { Notice } from './views/pieces.tsx';

const home = document.getElementById('app')!;

codebook().then(
  (tables) => {
    home.replaceChildren();
    render(<App tables={tables} />, home);
  },
  (error: Error) => {
    home.replaceChildren();
    render(<Notice title="This release cannot be opened">{error.message}</Notice>, home);
  },
);

// The page's look: one sheet out of what each part of the page says about itself. No pictures, no fonts to fetch.
import { baseStyle } from './style/base.ts';
import { blocksStyle } from './style/blocks.ts';
import { clockStyle } from './style/clock.ts';
import { dialogsStyle } from './style/dialogs.ts';
import { faultsStyle } from './style/faults.ts';
import { galleryStyle } from './style/gallery.ts';
import { guideStyle } from './style/guide.ts';
import { workspaceStyle } from './style/workspace.ts';

export const pageStyle = [baseStyle, workspaceStyle, blocksStyle, dialogsStyle, clockStyle, faultsStyle, guideStyle, galleryStyle].join(
  '\n',
);

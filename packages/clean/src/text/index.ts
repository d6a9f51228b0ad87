export { cleanText } from './clean-text.ts';
export { readDateline } from './dateline.ts';

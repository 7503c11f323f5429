// The keys by which the lists are looked up; they live with the nouns because matching needs them too.
export { handleKey, idKey } from '../model/account-key.ts';

// Words that builders of pages use in the names of elements, attributes and test hooks. Anything else in such a name may be
// somebody's: sites write account names and numbers into them ("UserAvatar-Container-…").

/** In names of elements, ids, test hooks and the like. No word here is a person's name. */
export const nameWords = (): ReadonlySet<string> =>
  new Set(
    (
      'account action actions activedescendant ad add alert app article aria attachment attributed atomic audio author autocomplete avatar backstage badge ' +
      'banner bar birthdate block body border bookmark bottom box browse button buttons caption card cell center check checkbox child chip close code ' +
      'collapsed collection column combobox comet comment commentid comments common complementary compose composer container content contentinfo context control ' +
      'controls core count data date desc description detail details dialog dir display div divider dots double drawer drop dropdown e2e editor element embed ' +
      'emoji empty end endpoint engagement entity error expand expanded expander feed field flex flexy follow follower followers following footer form ' +
      'formatted frame full fullscreen gap grid group handle head header heading hidden home horizontal hover icon id image img impression info inline ' +
      'inner input interactive item items json key keyboard label language layout left level like liked likes line link list listbox listitem loading login ' +
      'logo long main mask masthead media menu menuitem message meta metadata model modal more multi name nav navigation new next none note notification ' +
      'old open option order outer outlet overlay owner page pagelet paid panel paper parent paragraph permalink photo picture pinned pixel placement ' +
      'placeholder player popover popup portal post posts posinset presentation preview previous primary profile progress progressbar promoted quote quoted ' +
      'radio reaction reactions recommend region relative rendered renderer rendering replies reply repost reposts retweet right role root row rows scroll search ' +
      'secondary section selected separator share shared shell short show side sidebar simple size skeleton slot small social sort source span spinner ' +
      'sponsored stack stat state static stats status sticky story string styled sub submenu subtitle suggestion switch switcher tab table tablist tabpanel ' +
      'tag tags target testid text textbox thread threads thumbnail time timeline timestamp title toggle toolbar tooltip top tracking translate tree tweet ' +
      'type unfollow uniqueid unlike unretweet upload upper user username users value vertical video videos view viewer views virtualized visual ' +
      'visualcompletion visually vote vpl wrapper ytd yt tp xgwrapper xgplayer css style scope tux barcelona mount react fb ds ig pressable shreddit watch sub ' +
      'published background middle attribute labelledby describedby expand upload hasp haspopup current pressed live controls roledescription valuetext valuenow busy invalid modal orientation readonly required setsize rowindex colindex ' +
      'author tweettext usercell username userdescription trigger circle object split paper filter is reel channel subscribe bell lockup rich shelf'
    ).split(' '),
  );

/** Parts of addresses that name a place of a site and cannot be an account there. */
export const pathWords = (): ReadonlySet<string> =>
  new Set(
    (
      'status statuses i web user photo photos photo.php video videos retweets reposts quotes likes followers following verified_followers with_comments ' +
      'with_replies posts post permalink permalink.php groups group story.php stories reel reels p tv c s t v watch shorts channel community tag hashtag ' +
      'explore search home feed profile.php people pages liked_by comments replies media ads about l.php share ufi reaction browse comment shares ' +
      'comment_id reply_comment_id story_fbid fbid id set lc lb group_id multi_permalinks ft_ent_identifier ctoken sk u q src url next redirect_to ' +
      'accounts login settings notifications messages'
    ).split(' '),
  );

/**
 * The scripts in which people write today: the recommended ones and those of limited use (UAX #31,
 * tables 5 and 7). Latin is first, because most names are in it.
 */
const scripts = [
  ...['Latin', 'Arabic', 'Armenian', 'Bengali', 'Cyrillic', 'Devanagari', 'Ethiopic'],
  ...['Georgian', 'Greek', 'Gujarati', 'Gurmukhi', 'Hebrew', 'Kannada', 'Khmer', 'Lao'],
  ...['Malayalam', 'Myanmar', 'Oriya', 'Sinhala', 'Tamil', 'Telugu', 'Thaana', 'Thai'],
  ...['Tibetan', 'Adlam', 'Balinese', 'Bamum', 'Batak', 'Canadian_Aboriginal'],
  ...[
    'Chakma',
    'Cham',
    'Cherokee',
    'Hanifi_Rohingya',
    'Javanese',
    'Kayah_Li',
    'Lepcha',
  ],
  ...['Limbu', 'Lisu', 'Mandaic', 'Meetei_Mayek', 'Miao', 'Mongolian', 'New_Tai_Lue'],
  ...['Newa', 'Nko', 'Nyiakeng_Puachue_Hmong', 'Ol_Chiki', 'Osage', 'Saurashtra'],
  ...['Sundanese', 'Syloti_Nagri', 'Syriac', 'Tai_Le', 'Tai_Tham', 'Tai_Viet'],
  ...['Tifinagh', 'Vai', 'Wancho', 'Yi'],
];

/** Chinese, Japanese and Korean are each written in several scripts together (UTS #39, 5.1). */
const together = [
  ['Han', 'Bopomofo'],
  ['Han', 'Hiragana', 'Katakana'],
  ['Han', 'Hangul'],
];

/** One pattern per way of writing: its letters, marks of all scripts, the digits 0 to 9, `_` and `-`. */
const ways = [...scripts.map(script => [script]), ...together].map(way => {
  const letters = [...way, 'Inherited'].map(
    script => `\\p{Script_Extensions=${script}}`,
  );
  return new RegExp(`^[${letters.join('')}0-9_-]*$`, 'u');
});

/** Whether a text uses only one script, or only scripts that one language writes together. */
export const inOneScript = (text: string): boolean => ways.some(way => way.test(text));

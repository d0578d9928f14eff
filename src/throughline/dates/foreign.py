"""The names of months and weekdays in languages other than English. Data only.

Keys are folded (`labels.fold`): lower case, no accents, no full stop. They are read only inside a whole date ("5. März
2018"), where a month's name cannot be another word. Source: the calendars of the Unicode CLDR, as compiled facts.
"""

# By month: German, French, Spanish, Italian, Portuguese, Dutch, Polish, Swedish, Danish, Norwegian, Catalan; then
# Czech and Slovak, Slovene and Serbian, Hungarian, Romanian, Finnish, Estonian, Lithuanian, Turkish, Indonesian;
# Russian, Ukrainian, Bulgarian, Serbian; Greek; Arabic; Hebrew. Croatian "listopada" (October) is left to Polish and
# Czech, where it is November.
_NAMES = """
    januar janner jan janvier janv enero ene gennaio gen janeiro januari stycznia styczen gener ledna leden
    januara januarja ianuarie ian tammikuuta tammikuu jaanuar sausio ocak oca января январь янв січня сичня януари
    јануар ιανουαριου ιανουαριος ιαν يناير ינואר בינואר sijecnja ;
    februar feb feber fevrier fevr fev febrero febbraio fevereiro februari lutego luty febrer unora unor februara
    februarja februarie helmikuuta helmikuu veebruar vasario subat sub февраля февраль фев лютого февруари фебруар
    φεβρουαριου φεβρουαριος φεβ فبراير شباط פברואר בפברואר veljace ;
    marz maerz mrz mars marzo marco mar maart mrt marca marzec marts marc brezna brezen marec marcius martie
    maaliskuuta maaliskuu kovo mart maret marta марта март мар березня μαρτιου μαρτιος مارس اذار מרץ במרץ ozujka ;
    april apr avril avr abril abr aprile kwietnia kwiecien dubna duben aprila aprilja aprilis aprilie huhtikuuta
    huhtikuu aprill balandzio nisan nis апреля апрель апр квітня квитня април απριλιου απριλιος απρ ابريل نيسان
    אפריל באפריל travnja ;
    mai mayo maggio mag maio mei maja maj maig kvetna kveten majus toukokuuta toukokuu geguzes mayis mayıs мая маи
    травня мај μαιου μαιος μαι مايو ايار מאי במאי svibnja ;
    juni jun juin junio giugno giu junho czerwca czerwiec juny cervna cerven juna junija junij junius iunie
    kesakuuta kesakuu juuni birzelio haziran haz июня июнь июн червня юни јун ιουνιου ιουνιος ιουν يونيو حزيران
    יוני ביוני lipnja ;
    juli jul juillet juil julio luglio lug julho lipca lipiec juliol cervence cervenec jula julija julij julius
    iulie heinakuuta heinakuu juuli liepos temmuz tem июля июль июл липня юли јул ιουλιου ιουλιος ιουλ يوليو تموز
    יולי ביולי srpnja ;
    august aug aout agosto ago augustus augusti sierpnia sierpien agost srpna srpen augusta avgusta avgust
    augusztus elokuuta elokuu rugpjucio agustos agustus августа август авг серпня аугуст αυγουστου αυγουστος αυγ
    اغسطس اب אוגוסט באוגוסט kolovoza ;
    september sep sept septembre septiembre setiembre settembre set setembro wrzesnia wrzesien setembre zari
    septembra szeptember septembrie syyskuuta syyskuu rugsejo eylul eyl сентября сентябрь сен сент вересня
    септември септембар σεπτεμβριου σεπτεμβριος σεπτ سبتمبر ايلول ספטמבר בספטמבר rujna ;
    oktober okt octobre oct octubre ottobre ott outubro out pazdziernika pazdziernik rijna rijen oktobra octombrie
    lokakuuta lokakuu oktoober spalio ekim eki октября октябрь окт жовтня октомври октобар οκτωβριου οκτωβριος οκτ
    اكتوبر אוקטובר באוקטובר ;
    november nov novembre noviembre novembro listopada listopad listopadu novembra noiembrie marraskuuta marraskuu
    lapkricio kasim kasım kas ноября ноябрь ноя нояб листопада ноември новембар νοεμβριου νοεμβριος νοε نوفمبر
    נובמבר בנובמבר studenoga studenog ;
    dezember dez decembre dec diciembre dic dicembre dezembro december grudnia grudzien desember des desembre
    prosince prosinec decembra decembrie joulukuuta joulukuu detsember gruodzio aralik aralık ara декабря декабрь
    дек грудня декември децембар δεκεμβριου δεκεμβριος δεκ ديسمبر דצמבר בדצמבר prosinca
"""
MONTHS: dict[str, int] = {
    name: number for number, names in enumerate(_NAMES.split(";"), start=1) for name in names.split()
}

# German, French, Spanish, Italian, Portuguese, Dutch, Polish, Swedish, Danish and Norwegian.
WEEKDAYS: frozenset[str] = frozenset(
    """montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag lundi mardi mercredi jeudi vendredi samedi
    dimanche lunes martes miercoles jueves viernes sabado domingo lunedi martedi mercoledi giovedi venerdi sabato
    domenica segunda terca quarta quinta sexta maandag dinsdag woensdag donderdag vrijdag zaterdag zondag poniedzialek
    wtorek sroda czwartek piatek sobota niedziela mandag tisdag tirsdag onsdag torsdag fredag lordag sondag""".split()
)

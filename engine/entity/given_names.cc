// Given names that news from many countries uses, written from general knowledge; each with the gender it is mostly
// borne by. Folded: lower case, no marks.

#include <string_view>
#include <unordered_map>

#include "base/table.h"
#include "entity/lexicon.h"

namespace readout::entity {
namespace {

constexpr std::string_view kFemaleNames =
    "abigail ada adele agata agnes agnieszka aicha aida aigul aino aisha aishah akiko alejandra aleksandra alena "
    "alessandra "
    "alexandra alice alicia alina alisa alison alla alma amal amalia amanda amelia amina aminata amira ana anastasia "
    "andreea "
    "angela angelica angelina anita anja ann anna anne annette annika anya ariana asha asma astrid asya audrey ayesha "
    "aysel "
    "ayse barbara beata beatrice beatriz bella benedetta berit bianca birgit birgitte blanca brenda bridget brigitte "
    "camila "
    "camilla carla carmen carol carolina caroline catalina catarina caterina catherine cecilia chantal charlotte "
    "chiara chloe "
    "christina christine clara claire claudia clemence concepcion consuelo corinne cristina dagmar dalia damla dana "
    "daniela "
    "daria deborah delphine denise diana dina dinara dolores dominika donna dora doris dorothea dorothy dragana ebru "
    "edith "
    "ekaterina elaine elena eleni eleonora eliza elizabeth elisabeth ella ellen elsa elvira emilia emily emine emma "
    "erika "
    "esperanza esra estelle esther eugenia eva eve evelyn fadila faiza fatima fatma fatoumata felicia fiona flavia "
    "florence "
    "frances francesca francine frida frieda gabriela galina genevieve georgia geraldine gertrude ghada giorgia giulia "
    "gloria "
    "grace graciela greta gretchen guadalupe gudrun gulnara halima hana hanna hannah harriet hatice heather hedwig "
    "heidi "
    "helen helena helene helga henrietta hilary hilda hillary hind huda ida ilse ilona imane ines inga ingeborg ingrid "
    "inna "
    "ioana irena irene irina irma isabel isabella isabelle ivana ivanka jacqueline jadwiga jana jane janet janina "
    "jasmina "
    "jean jelena jenna jennifer jessica jill joan joanna jocelyn johanna josefina josephine joyce juana judith julia "
    "juliana "
    "julie juliette justyna kadiatou kaja kamala karen karin karina karolina katarina katarzyna kate katerina "
    "katharina "
    "katherine kathleen kathryn katja katrin kavita khadija kirsten klara kristin kristina ksenia laila lara larisa "
    "latifa "
    "laura layla lea leila lena leonor leticia leyla lidia liesbeth lilian liliana lina linda lisa liv liza ljiljana "
    "loretta "
    "lorena louise lourdes lucia lucie lucinda lucy luisa luiza lydia lyudmila ludmila madeleine madina magda "
    "magdalena maja "
    "malala malgorzata manuela marcela margaret margarita margot maria mariam mariana marianne mariana marie mariette "
    "marija "
    "marina marine marion marisa marisol marta martha martine mary maryam mathilde matilda maureen mei melania melissa "
    "mercedes meryem mette michelle milena mira mirela miriam mona monica monika nadezhda nadia nadine nadja najat "
    "nancy naomi "
    "natalia natalie natasha nathalie nenita nicola nicole nikki nina nino noor nora noura nur odile oksana olena olga "
    "olivia "
    "oxana paloma pamela patricia paula paulina pauline penelope petra pilar polina priscilla priya rachel rahel raisa "
    "ramona "
    "rana rania rebecca regina renata rima rita roberta rosa rosalind rosario rose rosemary roxana ruth sabina sabine "
    "sabrina "
    "sadia safiya salma samantha samira sandra sanna sara sarah saule selma sevgi shabnam sharon sheila shirin sigrid "
    "silvia "
    "simone snezana sofia sofie sonia sonja sophia sophie stefania stella stephanie sultana susan susana susanne "
    "suzanne "
    "svetlana sviatlana sylvia sylvie tamar tamara tania tanja tanya tara tatiana tatyana teresa thelma theresa "
    "therese tina "
    "tomoko ulrike ulla ursula valentina valeria valerie vanessa vera veronica veronika victoria viktoria vilma "
    "violeta "
    "virginia vivian wanda wendy wilhelmina wilma xenia yael yana yasmin yelena yevgenia yolanda yoko yuko yulia "
    "yuliya "
    "zainab zahra zeynep zhanna zofia zoya zsuzsa zuzana";

constexpr std::string_view kMaleNames =
    "aaron abbas abdallah abdel abdelaziz abdoulaye abdul abdulla abdullah abdulaziz abraham adam adama adebayo adnan "
    "adolf "
    "adrian ahmad ahmed akbar akira alain alan albert alberto aldo alejandro aleksandar aleksander aleksandr aleksei "
    "aleksey "
    "alessandro alex alexander alexandre alexei alexey alexis alfonso alfred alfredo ali alistair aliyu allan allen "
    "alphonse "
    "alvaro amadou amin amir amit amos anatoly anatoliy anders andre andreas andrei andrej andres andrew andrey andrii "
    "andrzej "
    "angel angelo anselm anthony antoine anton antonio antony antti anwar arash ari arif arjun armand armando armen "
    "arnold "
    "arsen arthur arturo arvid asad ashraf aslan augusto aung aurelio avi axel aziz babak baltasar bakary barack "
    "bartosz "
    "bashar bashir basil ben benedict benjamin benito benny bernard bernardo bernd bert bilal bill bob bogdan bohdan "
    "boris "
    "boubacar bounthavy branko brendan brett brian bruce bruno bujar burak carl carlo carlos cedric cem cesar chad "
    "charles "
    "chen chris christian christoph christophe christopher chuck clarence claude claudio claus clement clive colin "
    "conor "
    "constantin cornelius craig crisanto cristian cyril cyrus dag damian damir dan daniel daniele danilo danny dario "
    "darius "
    "dave david davit dean denis dennis derek desmond dick didier diego dieter dietmar dimitri dimitrios dirk djamel "
    "dmitri "
    "dmitriy dmitry dmytro dominic dominik dominique don donald doug douglas dragan duncan dusan dustin earl ebrahim "
    "ed eddie "
    "edgar eduard eduardo edward edwin efraim ehud einar eitan elias elliot emanuel emil emilio emir emmanuel enrico "
    "enrique "
    "enver eric erich erik ernest ernesto ernst erwin esteban etienne eugene eugen eusebio evgeny ezequiel fabian "
    "fabio fabrice "
    "fadi fahad faisal farhad farid farouk fausto federico felipe felix ferdinand ferenc fernando fidel filip florian "
    "francesco "
    "francis francisco franck francois frank frans franz fred frederic frederick fredrik friedrich fritz fuad gabor "
    "gabriel "
    "gary gaston gavin geert gene gennady geoffrey georg george georges georgi georgios gerald gerard gerardo gerhard "
    "gerry gianni gilbert gilles giorgi giorgio giovanni giuseppe gleb glen glenn goran gordon graham greg gregor "
    "gregory "
    "grigol grigory guillaume guillermo guenter gunter gunther gustav gustavo guy habib hadi hafiz haider hakan hakeem "
    "hamad "
    "hamid hamza hannes hans harald haris harold harry haruki hasan hashim hassan hector heinrich heinz helmut hendrik "
    "henri "
    "henrik henry herbert herman hermann hernan hideo hiroshi horacio horst hosni howard hubert hugh hugo humberto "
    "hussein "
    "hosein huseyin ian ibrahim idris ignacio igor ihor ilham ilia ilya imad imran ingmar ioannis ion irfan isaac "
    "isaias "
    "ishmael islam ismael ismail ivan ivar ivica ivo jacek jack jacob jacques jaime jake jakob jakub jamal james jamie "
    "jamil "
    "jan janez janos janusz jared jaroslav jason javad javier jean-claude jean-pierre jeff jeffrey jens jeremy jerome "
    "jerry "
    "jerzy jesper jesus jim jiri joachim joao joaquin joe joel jochen johan johann johannes john johnny jon jonas "
    "jonathan "
    "joost jorg jorge jose josef joseph joshua josip juan judd juha jules julian julien julio julius juri jurgen "
    "justin jyri "
    "kaan kadir kai kamal karel karim karl karsten kasim kassym kazimierz keir keith kemal ken kenji kenneth kevin "
    "khalid "
    "khalil khamis kim klaus koichi koji konrad konstantin konstantinos kristian krzysztof kurt kwame kyle kyriakos "
    "lars laszlo "
    "laurent lawrence lech lee leif leo leon leonard leonardo leonid leopold lev levan lewis liam lionel ljubomir "
    "lloyd lorenzo "
    "lothar louis luca lucas luciano ludwig luigi luis luiz lukas luke maciej magnus mahdi mahmoud mahmud mahinda "
    "majid malcolm "
    "malik mamadou manfred manuel marat marc marcel marcelo marcin marco marcos marcus marek mariano mario marius mark "
    "marko "
    "markus martin marvin masoud mateo mateusz matt matteo matthew matthias matti mats maurice mauricio maurizio max "
    "maxim "
    "maxime maximilian mehdi mehmet menachem micha michael michal michel mickael miguel mihai mihail mihaly mikael "
    "mike mikhail "
    "mikheil miklos mikko milan milos miloslav miro miroslav misha mitch modibo mohamed mohammad mohammed mohamad "
    "mohsen "
    "momcilo moritz moses moshe moussa mourad mubarak muhammad muhammadu mukhtar murad murat mustafa mykhailo mykola "
    "nabil "
    "nadav narendra naser nasser nathan nathaniel neil nelson nicholas nick nicolae nicolas nicolo niels nigel nikita "
    "nikol "
    "nikola nikolai nikolaj nikolaos nikolay nikos nils noah noel norbert norman nuno nursultan octavio olaf ole oleg "
    "oleh "
    "oleksandr oleksii oleksiy oliver olivier olusegun omar omer orlando oscar oskar osman oswald otto ousmane owen "
    "pablo "
    "panagiotis panos paolo pascal patrice patrick paul paulo pavel pavle pavlo pawel pedro pekka per pervez pete "
    "peter petr "
    "petro petros phil philip philipp philippe pierre pieter pietro piotr predrag qasim quentin radek radoslaw rafael "
    "raffaele "
    "raheem rahul raj rajesh ralf ralph ramazan rami ramiro ramon ramzan randall raphael rashid rasmus raul rauf "
    "raymond recep "
    "reinhard rejep rene reza ricardo riccardo richard rick riyad roald rob robert roberto robin rodolfo rodrigo roger "
    "roland "
    "rolf roman romain romano ron ronald rory ross roy ruben rudolf rudy rufus ruhollah rupert ruslan russell ryan "
    "saad sabri "
    "saddam sadiq saeed said salah salem salim salman salvador salvatore sam sami samir samuel sandor sanjay santiago "
    "scott sean "
    "sebastian sebastien selim semyon serge sergei sergej sergey sergio serhii serhiy shahid shane shaukat shigeru "
    "shimon "
    "shinzo sidney siegfried sigmund silvio simeon simon slobodan sofiane soren stanislav stanislaw stanley stavros "
    "stefan "
    "stefano steffen stelian stephan stephane stephen sergiy steve steven stig stipe stuart sulaiman suleiman sultan "
    "sven taha "
    "takeshi tamas tamaz tarek tariq tayyip ted teodor terence terry thabo thaddeus theo theodor thierry thomas "
    "thorsten tibor "
    "tigran tim timothy timo timur tito toby todd tomas tomasz tommaso tommy tony tor torsten traian tuomas ulf ulrich "
    "umar "
    "umberto urban vaclav vadim vahe valentin valerio valery valter vasil vasile vasily vasyl venkat viacheslav "
    "vicente victor "
    "viktor vikram vincent vincenzo vitali vitaliy vitaly vlad vladimir vladislav vojislav volker volodymyr vsevolod "
    "vyacheslav waldemar walid wallace walter warren wayne werner wilfred wilhelm willem william willy wim winston "
    "wladimir "
    "wojciech wolfgang xavier yair yaroslav yasser yasir yerlan yevgeny yitzhak yoav yohannes yosef youssef yuri yuriy "
    "yury "
    "yusuf yves zack zaid zbigniew zdenek zeljko zia zoltan zoran zurab zygmunt";

/// Borne by women and men.
constexpr std::string_view kSharedNames =
    "alexis andrea ariel ashley bao cameron casey chris claude dana dominique doina fu gale hao jamie jean jordan jun "
    "kerry "
    "kim lee leslie lin ling ming morgan nur pat quinn robin sam sasha shannon sidney simone sok taylor terry thet "
    "tracy wei "
    "xiao yan yang yu";

const std::unordered_map<std::string_view, Gender>& genders() {
    static const std::unordered_map<std::string_view, Gender> kGenders = [] {
        std::unordered_map<std::string_view, Gender> map;
        const auto add = [&map](std::string_view names, Gender gender) {
            for (const std::string_view name : base::split(names, ' ')) map.emplace(name, gender);
        };
        add(kSharedNames, Gender::kUnknown);
        add(kFemaleNames, Gender::kFemale);
        add(kMaleNames, Gender::kMale);
        return map;
    }();
    return kGenders;
}

}  // namespace

bool is_given_name(std::string_view word) {
    return genders().find(word) != genders().end();
}

Gender given_name_gender(std::string_view word) {
    const auto at = genders().find(word);
    return at == genders().end() ? Gender::kUnknown : at->second;
}

}  // namespace readout::entity

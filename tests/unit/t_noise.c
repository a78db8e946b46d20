/* How damaged a text is: what a scanner leaves is told from what writers write. */
#include "analysis_kit.h"
#include "analyse/noise.h"

int main(void)
{
    static const struct {
        const char *text;
        size_t words, damage;
    } texts[] = {
        {"Menyusun daftar arsip", 3, 0},
        {"| No | Kegiatan | 15 menit |", 4, 0},
        {"<td class=\"x\">Menyusun</td> daftar", 2, 0},
        {"M3nyusun d4ftar arsip", 3, 4},                       /* digits among letters */
        {"SOP-01/DISPERSIP, S1, A4, 2a, 8B, BAB IV, 045/12/2025", 8, 0}, /* codes */
        {"Meny~usun daft^ar arsip", 3, 4},                     /* signs that no word has */
        {"Menyusnu daftar", 2, 2},                             /* near a known word */
        {"Kabupaten Zzyxborg", 2, 0},                          /* a name is no damage */
        {"arsip b zqwrtp", 3, 2},                              /* a lone letter, an unknown word */
        {"~ ~ ~", 3, 6},
    };
    struct kit t;
    kit_open(&t);
    for (size_t i = 0; i < COUNT(texts); i++) {
        struct noise n = noise_of(t.analyst, str_of(texts[i].text));
        ok(n.words == texts[i].words && n.damage == texts[i].damage, "%s: %zu words, damage %zu", texts[i].text, n.words, n.damage);
    }
    ok(!noise_loud((struct noise){.words = 100, .damage = 6, .signs = 3}), "three words may be three slips");
    ok(noise_loud((struct noise){.words = 250, .damage = 8, .signs = 1}), "four of 250, one of them with a sign inside, are a scan");
    ok(!noise_loud((struct noise){.words = 250, .damage = 8}), "four misspelt ones are a writer's");
    ok(noise_loud((struct noise){.words = 100, .damage = 8}), "but not four of a hundred");
    ok(noise_traces((struct noise){.words = 250, .damage = 2}), "one of 250 is enough to doubt a digit");
    ok(!noise_traces((struct noise){.words = 300, .damage = 2}), "one of 300 is not");
    ok(!noise_traces((struct noise){.words = 20, .damage = 1}), "nor a word that is only unknown");
    return kit_close(&t);
}

/* fit.h: what about a dataset the pack cannot use: findings and actions against characteristics it does not have, judgments and moderations of areas it does not have or does not grade, grades outside its scale.
 *
 * Counted by each worker while it grades, so that no pass over the data is spent on it. Of the names the FIT_NAMES that come first in byte order are kept, each with its exact count; the others
 * are counted together. So the sum over workers is the same however the organisations were shared out (law 3).
 */
#ifndef JUDGE_FIT_H
#define JUDGE_FIT_H
#include "data/model.h"
#include "judge/pack.h"

#define FIT_NAMES 12
#define FIT_NAME 136 /* bytes; longer names are cut: an id and an id with a slash fit */

enum fit_kind { FIT_FINDING, FIT_ACTION, FIT_JUDGMENT, FIT_MODERATION, FIT_UNGRADED, FIT_GRADE, FIT_KINDS };
struct fit_name { char text[FIT_NAME]; uint32_t length; uint64_t count; };
struct fit_list { struct fit_name names[FIT_NAMES]; size_t count; uint64_t all; };
struct fit { struct fit_list lists[FIT_KINDS]; };

void fit_add(struct fit *fit, enum fit_kind kind, struct str name, uint64_t count);
void fit_merge(struct fit *to, const struct fit *from);
/* The judgments, moderations and actions of one organisation. (Its findings are counted where they are resolved.) pack_grade: of each grade of the dataset, the pack's or -1. */
void fit_org(struct fit *fit, const struct pack *pack, const struct dataset *dataset, const struct org *org, const int *pack_grade);
/* Tell it all as warnings on the dataset's file, with counts and the nearest name of the pack. */
void dataset_fit(const struct fit *fit, const struct pack *pack, const struct dataset *dataset, bool same_scale, struct diags *diags);
#endif
